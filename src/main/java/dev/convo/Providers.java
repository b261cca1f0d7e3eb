package dev.convo;

import dev.convo.provider.asapp.Asapp;
import dev.convo.provider.chatwoot.Chatwoot;
import dev.convo.provider.crm.Crm;
import dev.convo.provider.salescaptain.SalesCaptain;
import dev.convo.provider.workspace.Workspace;
import dev.convo.sandbox.asapp.AsappSandbox;
import dev.convo.sandbox.chatwoot.ChatwootSandbox;
import dev.convo.sandbox.crm.CrmSandbox;
import dev.convo.sandbox.salescaptain.SalesCaptainSandbox;
import dev.convo.sandbox.workspace.WorkspaceSandbox;
import dev.convo.session.Platform;
import java.time.InstantSource;
import java.util.List;

/** Every provider and the sandbox of its platform, in the order of help. To add one, add a line. */
public final class Providers {
  private static final InstantSource CLOCK = InstantSource.system();

  private Providers() {}

  /** The providers. */
  public static List<Platform> all() {
    return List.of(
        new Platform(new SalesCaptain(), () -> new SalesCaptainSandbox(CLOCK)),
        new Platform(new Asapp(), AsappSandbox::new),
        new Platform(new Chatwoot(), ChatwootSandbox::open),
        new Platform(new Crm(), CrmSandbox::new),
        new Platform(new Workspace(), () -> new WorkspaceSandbox(CLOCK)));
  }
}
