package dev.convo.source;

import dev.convo.profile.Account;
import dev.convo.provider.Query;

/**
 * A conversation that was asked for, once its id or link is read. All that a run asks for has the
 * same credentials.
 */
public record Asked(Query query, Account account) {}
