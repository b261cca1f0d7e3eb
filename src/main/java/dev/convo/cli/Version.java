package dev.convo.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this convo. */
public final class Version implements IVersionProvider {
  /** The project's address, which is part of the User-Agent. */
  public static final String PROJECT = "https://github.com/convo-cli/convo";

  /** Such as {@code 0.1.0}. */
  public static String number() {
    return Resource.text("version.txt").trim();
  }

  @Override
  public String[] getVersion() {
    return new String[] {"convo " + number()};
  }
}
