package dev.convo.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the HTML looks, and the policy that lets a browser use this style and nothing else. */
final class HtmlStyle {
  /** Each colour of text has a contrast of 4.5 or more on each ground it is used on. */
  static final String CSS =
      """
      :root {
        color-scheme: light dark;
        --ground: #ffffff; --text: #1c2128; --quiet: #57606a; --rule: #d8dee4; --link: #0b57c2;
        --customer: #18703c; --agent: #8a2a86; --bot: #0a6675; --failed: #b3261e;
        --said: #f5f7f9; --noted: #fff6d6; --broken: #fdeeec;
      }
      @media screen and (prefers-color-scheme: dark) {
        :root {
          --ground: #14171c; --text: #e4e8ed; --quiet: #a0aab5; --rule: #343b45; --link: #8cb8ff;
          --customer: #74d294; --agent: #e6a1e2; --bot: #70d0df; --failed: #ff9f96;
          --said: #1d2229; --noted: #322c14; --broken: #3a1f1d;
        }
      }
      * { box-sizing: border-box; }
      html { -webkit-text-size-adjust: 100%; }
      body {
        margin: 0; background: var(--ground); color: var(--text);
        font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      }
      main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
      section + section { margin-top: 4rem; border-top: 3px double var(--rule); padding-top: 2rem; }
      a { color: var(--link); }
      p, li, h1 { overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
      h2 {
        font-size: .9rem; margin: 2.25rem 0 1rem; padding-bottom: .3rem;
        border-bottom: 1px solid var(--rule);
      }
      ul { list-style: none; margin: 0; padding: 0; }
      li { white-space: pre-wrap; }
      .about li { padding: .1rem 0; }
      .mind { color: var(--failed); font-weight: 600; }
      article {
        margin: .75rem 0; padding: .6rem .9rem .7rem; background: var(--said);
        border-left: 4px solid var(--quiet); border-radius: .25rem;
      }
      article:target { outline: 2px solid var(--link); outline-offset: 2px; }
      article header {
        display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6rem;
        font-size: .875rem; color: var(--quiet);
      }
      article header a { min-width: 1.5rem; min-height: 1.5rem; font-variant-numeric: tabular-nums; }
      article header bdi { font-weight: 600; color: var(--text); }
      article header time { font-variant-numeric: tabular-nums; }
      article p { margin: .25rem 0 0; white-space: pre-wrap; unicode-bidi: plaintext; }
      article ul { margin-top: .35rem; font-size: .875rem; color: var(--quiet); }
      .customer { border-color: var(--customer); }
      .customer header bdi { color: var(--customer); }
      .agent { border-color: var(--agent); }
      .agent header bdi { color: var(--agent); }
      .bot { border-color: var(--bot); }
      .bot header bdi { color: var(--bot); }
      .system { background: none; border-color: var(--rule); padding-top: 0; padding-bottom: 0; }
      .system header bdi, .system p { color: var(--quiet); }
      .system p { font-size: .9rem; margin: 0; }
      .note { background: var(--noted); border-left-style: dashed; }
      .failed { background: var(--broken); border-color: var(--failed); }
      strong { color: var(--text); text-transform: uppercase; font-size: .75rem; letter-spacing: .04em; }
      .failed strong, article li.failed { color: var(--failed); }
      li.failed { background: none; font-weight: 600; }
      .gap { margin: 1rem 0; text-align: center; font-size: .875rem; color: var(--quiet); }
      footer {
        margin-top: 2rem; padding-top: .75rem; border-top: 1px solid var(--rule);
        font-size: .9rem;
      }
      footer p { margin: .25rem 0; }
      @media print {
        body { font-size: 10pt; }
        main { max-width: none; padding: 0; }
        article { break-inside: avoid; print-color-adjust: exact; }
        h2, article header { break-after: avoid; }
        section + section { break-before: page; border: 0; margin: 0; padding: 0; }
      }
      """;

  /** Nothing is loaded or run, and no style but this one is used. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(CSS)
          + "'; base-uri 'none'; form-action 'none'";

  private HtmlStyle() {}

  private static String hash(String style) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
