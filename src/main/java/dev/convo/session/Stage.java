package dev.convo.session;

import dev.convo.model.Document;
import java.util.function.UnaryOperator;

/**
 * Something that happens to documents between their source and the show.
 *
 * @param option the option that asked for it
 */
public record Stage(String option, UnaryOperator<Document> change) {}
