/**
 * SalesCaptain's API as far as convo asks for it: https://docs.salescaptain.com, read 2026-11. Not
 * stated there, and chosen here: what a wrong company is told (403), and the sentences of a 400 on
 * paging. The filters {@code created_before} and {@code created_after} are not played.
 */
@NullMarked
package dev.convo.sandbox.salescaptain;

import org.jspecify.annotations.NullMarked;
