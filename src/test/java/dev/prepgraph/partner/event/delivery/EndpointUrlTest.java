package dev.prepgraph.partner.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com/",
        "https://Hooks.Example.com:8443/a/b?c=d%20e",
        "https://xn--bcher-kva.example/hook",
        "https://127.0.0.1.example.com/",
        "https://10.example.com/"
      })
  void acceptsPublicNames(String url) {
    assertThat(EndpointUrl.parse(url, false)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Other schemes and forms.
        "http://hooks.example.com/",
        "HTTP://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://hooks.example.com/",
        "jar:https://hooks.example.com/",
        "//hooks.example.com/",
        "https:hooks.example.com",
        "https:///hooks.example.com",
        "https://",
        "",
        // Whom parsers see differently.
        "https://user@hooks.example.com/",
        "https://user:password@hooks.example.com/",
        "https://hooks.example.com@127.0.0.1/",
        "https://127.0.0.1\\@hooks.example.com/",
        "https://hooks.example.com\\@127.0.0.1/",
        "https://hooks.example.com#@127.0.0.1/",
        "https://hooks.example.com/#fragment",
        "https://hooks.example.com:/",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:443:80/",
        "https://hooks.example.com /",
        " https://hooks.example.com/",
        "https://hooks.example.com/\t",
        "https://hooks.example.com/a\r\nHost: localhost",
        "https://hooks%2eexample.com/",
        "https://%6c%6f%63%61%6c%68%6f%73%74/",
        "https://hooks.example.com%00.localhost/",
        // Addresses, in every notation.
        "https://127.0.0.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0x7f.0x0.0x0.0x1/",
        "https://017700000001/",
        "https://0177.0.0.1/",
        "https://0177.0.0.0x1/",
        "https://127.0.0.01/",
        "https://0/",
        "https://0.0.0.0/",
        "https://8.8.8.8/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fe80::1%25eth0]/",
        "https://[fd00:ec2::254]/",
        "https://[2606:4700:4700::1111]/",
        "https://\uFF11\uFF12\uFF17.\uFF10.\uFF10.\uFF11/",
        "https://\u2460\u2461\u2466.0.0.1/",
        // Names of private networks.
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost./",
        "https://hooks.example.com./",
        "https://app.localhost/",
        "https://printer.local/",
        "https://metadata.google.internal/computeMetadata/v1/",
        "https://db.home.arpa/",
        "https://1.0.0.127.in-addr.arpa/",
        "https://router.lan/",
        "https://hidden.onion/",
        "https://metadata/",
        "https://kubernetes/",
        "https://hooks..example.com/",
        "https://-hooks.example.com/",
        "https://hooks_1.example.com/",
        "https://hooks.example.c/",
        "https://b\u00fccher.example/",
        "https://hooks.example.com\u3002/"
      })
  void refusesEverythingElse(String url) {
    assertThat(EndpointUrl.parse(url, false)).isEmpty();
  }

  @Test
  void refusesLongOnes() {
    String url = "https://hooks.example.com/" + "a".repeat(EndpointUrl.MAX_LENGTH);
    assertThat(EndpointUrl.parse(url.substring(0, EndpointUrl.MAX_LENGTH), false)).isPresent();
    assertThat(EndpointUrl.parse(url.substring(0, EndpointUrl.MAX_LENGTH + 1), false)).isEmpty();
  }

  @Test
  void acceptsReceiversOfDevelopers() {
    assertThat(EndpointUrl.parse("http://127.0.0.1:9999/hook", true)).isPresent();
    assertThat(EndpointUrl.parse("http://localhost/", true)).isPresent();
    assertThat(EndpointUrl.parse("ftp://localhost/", true)).isEmpty();
    assertThat(EndpointUrl.parse("http://user@localhost/", true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:0:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3fff::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1"
      })
  void doesNotReach(String address) throws UnknownHostException {
    assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "168.63.129.15",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "3ffe::1"
      })
  void reaches(String address) throws UnknownHostException {
    assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
  }
}
