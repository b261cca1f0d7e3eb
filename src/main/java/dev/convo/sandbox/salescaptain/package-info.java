/**
 * The part of SalesCaptain's API that convo uses: https://docs.salescaptain.com, read 2026-11. What
 * it does not specify is chosen here: the answer to a wrong company (403), and the sentences of a
 * 400 on paging. The filters {@code created_before} and {@code created_after} are left out.
 */
@NullMarked
package dev.convo.sandbox.salescaptain;

import org.jspecify.annotations.NullMarked;
