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
import java.util.List;

/** Every provider and the sandbox of its platform, in the order of help. To add one, add a line. */
public final class Providers {
  private Providers() {}

  public static List<Platform> all() {
    return List.of(
        new Platform(new SalesCaptain(), SalesCaptainSandbox::new),
        new Platform(new Asapp(), clock -> new AsappSandbox()),
        new Platform(new Chatwoot(), clock -> new ChatwootSandbox(false)),
        new Platform(new Crm(), clock -> new CrmSandbox()),
        new Platform(new Workspace(), WorkspaceSandbox::new));
  }
}
