package dev.convo.http.apache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convo.http.Transport.Authorities;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  @TempDir Path folder;

  @Test
  void theNamedAuthorityIsLikelyForItsOwnCertificatesOnly() throws Exception {
    X509Certificate ours = authority("Ours");
    X509Certificate strangers = authority("Somebody Else");
    Trust trust = new Trust(List.of(new Authorities(folder.resolve("Ours.pem"), "--ca-bundle")));

    assertThat(trust.likely(new X509Certificate[] {ours}).orElseThrow().getAcceptedIssuers())
        .containsExactly(ours);
    assertThat(trust.likely(new X509Certificate[] {strangers})).isEmpty();
  }

  @Test
  void anAuthorityOfTheJdkIsAmongAll() {
    Trust trust = new Trust(List.of());

    assertThat(trust.getAcceptedIssuers()).hasSizeGreaterThan(50);
  }

  private X509Certificate authority(String name) throws Exception {
    Path file = new Authority(name).writeTo(folder.resolve(name + ".pem"));
    return PemFile.decoded(PemFile.ofUser(new Authorities(file, "a test")).get(0)).orElseThrow();
  }
}
