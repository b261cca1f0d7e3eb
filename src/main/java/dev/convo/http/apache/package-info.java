/** The transport over real connections; the only home of HttpClient. */
@NullMarked
package dev.convo.http.apache;

import org.jspecify.annotations.NullMarked;
