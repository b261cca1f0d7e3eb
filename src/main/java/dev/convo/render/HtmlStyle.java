package dev.convo.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the HTML looks, and the policy that lets a browser use this style and nothing else. */
final class HtmlStyle {
  /**
   * Every colour of text has a contrast of at least 4.5 on every ground it is used on. In a long
   * conversation, articles are laid out when they come into sight. The content of an article never
   * covers another one.
   */
  static final String CSS =
      """
      :root {
        color-scheme: light dark;
        --ground: #ffffff; --text: #1c2128; --quiet: #57606a; --rule: #d8dee4; --link: #0b57c2;
        --customer: #18703c; --agent: #8a2a86; --bot: #0a6675; --failed: #b3261e; --found: #ffe08a;
        --theirs: #eef6f0; --ours: #f5f6f8; --noted: #fff6d6; --broken: #fdeeec; --pill: #eef1f4;
      }
      @media screen and (prefers-color-scheme: dark) {
        :root {
          --ground: #14171c; --text: #e4e8ed; --quiet: #a0aab5; --rule: #343b45; --link: #8cb8ff;
          --customer: #74d294; --agent: #e6a1e2; --bot: #70d0df; --failed: #ff9f96; --found: #5c4a00;
          --theirs: #18261e; --ours: #1e222a; --noted: #322c14; --broken: #3a1f1d; --pill: #262c35;
        }
      }
      * { box-sizing: border-box; }
      html { -webkit-text-size-adjust: 100%; }
      body {
        margin: 0; background: var(--ground); color: var(--text);
        font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      }
      main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-x: clip; }
      section + section { margin-top: 4rem; border-top: 3px double var(--rule); padding-top: 2rem; }
      a { color: var(--link); }
      p, li, dd, bdi { overflow-wrap: anywhere; }
      h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
      h2 {
        display: flex; align-items: center; gap: .75rem; margin: 2rem 0 1rem;
        font-size: .875rem; color: var(--quiet);
      }
      h2::after, .gap::before, .gap::after { content: ""; flex: 1; border-top: 1px solid var(--rule); }
      ul, dl { list-style: none; margin: 0; padding: 0; }
      li, dd { white-space: pre-wrap; }
      .state { margin: .15rem 0 .75rem; color: var(--quiet); }
      .news { display: flex; flex-wrap: wrap; gap: .4rem; margin-bottom: 1rem; font-size: .875rem; }
      .news li { padding: .15rem .7rem; border-radius: 1rem; background: var(--pill); }
      .news .mind { background: var(--broken); }
      .mind { color: var(--failed); font-weight: 600; }
      dl { display: grid; grid-template-columns: fit-content(12rem) 1fr; gap: .2rem 1rem; font-size: .9375rem; }
      dt { color: var(--quiet); }
      dd { margin: 0; min-width: 0; text-align: left; unicode-bidi: plaintext; }
      article {
        margin: .6rem 0; padding: .55rem .9rem .65rem; background: var(--ours);
        border-left: 4px solid var(--quiet); border-radius: .35rem; overflow: clip;
      }
      article:nth-of-type(n+200) { content-visibility: auto; contain-intrinsic-size: auto 5rem; }
      article:target { outline: 2px solid var(--link); outline-offset: 2px; }
      article header {
        display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6rem;
        font-size: .8125rem; color: var(--quiet); font-variant-numeric: tabular-nums;
      }
      article header > a { min-width: 1.5rem; line-height: 1.5rem; color: var(--quiet); text-decoration: none; }
      article header > a:hover, article header > a:focus-visible { text-decoration: underline; }
      article header bdi { font-weight: 600; font-size: .875rem; color: var(--text); }
      article p { margin: .2rem 0 0; white-space: pre-wrap; unicode-bidi: plaintext; }
      article ul { margin-top: .3rem; font-size: .875rem; color: var(--quiet); }
      .customer { border-color: var(--customer); background: var(--theirs); margin-right: 2rem; }
      .customer header bdi { color: var(--customer); }
      .agent, .bot { margin-left: 2rem; }
      .agent { border-color: var(--agent); }
      .agent header bdi { color: var(--agent); }
      .bot { border-color: var(--bot); }
      .bot header bdi { color: var(--bot); }
      .system {
        display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6rem;
        background: none; border-color: var(--rule); margin-left: 2rem; padding-top: 0; padding-bottom: 0;
      }
      .system header bdi, .system p { color: var(--quiet); }
      .system p { font-size: .875rem; margin: 0; }
      .note { background: var(--noted); border-left-style: dashed; }
      .failed { background: var(--broken); border-color: var(--failed); }
      strong {
        color: var(--text); text-transform: uppercase; font-size: .75rem; letter-spacing: .05em;
      }
      .failed strong, article li.failed { color: var(--failed); }
      li.failed { background: none; font-weight: 600; }
      mark { background: var(--found); color: var(--text); border-radius: .15rem; }
      .gap {
        display: flex; align-items: center; gap: .75rem; margin: 1rem 0;
        font-size: .8125rem; color: var(--quiet);
      }
      .gap::before, .gap::after { border-top-style: dashed; }
      footer {
        margin-top: 2rem; padding-top: .75rem; border-top: 1px solid var(--rule);
        font-size: .875rem; color: var(--quiet);
      }
      footer p { margin: .25rem 0; }
      @media (max-width: 30rem) {
        main { padding: 1rem .75rem 2rem; }
        dl { grid-template-columns: fit-content(7rem) 1fr; }
        .customer { margin-right: 1rem; }
        .agent, .bot, .system { margin-left: 1rem; }
      }
      @media print {
        @page { margin: 16mm; }
        html { font-size: 10pt; }
        main { max-width: none; padding: 0; }
        article, .news li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        article { break-inside: avoid; }
        h2, article header { break-after: avoid; }
        a { color: inherit; }
        section + section { break-before: page; border: 0; margin: 0; padding: 0; }
      }
      """;

  /** Loads and runs nothing, and allows this one style only. */
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
      throw new IllegalStateException(e); // Every Java has SHA-256.
    }
  }
}
