package dev.convo.source;

import dev.convo.profile.Account;
import dev.convo.provider.Query;

/**
 * A conversation that was asked for, after its id or link was read. All conversations of a run use
 * the same credentials.
 */
public record Asked(Query query, Account account) {}
