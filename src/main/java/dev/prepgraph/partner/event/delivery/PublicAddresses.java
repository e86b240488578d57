package dev.prepgraph.partner.event.delivery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells public addresses from those of a network's own machines, by IANA's registries of special
 * addresses. Of IPv6, only global unicast addresses that embed no other address are public.
 *
 * <p>Netty's {@code IpSubnetFilterRule} would be of no use: it takes ff02::1 for one of 2000::/3,
 * as any IPv6 address whose leading bits are all ones.
 */
final class PublicAddresses {

  /**
   * A block of addresses.
   *
   * @param bits number of leading bits that its addresses have in common
   */
  private record Block(byte[] prefix, int bits) {

    static Block of(String block) {
      String[] parts = block.split("/");
      // A literal: nothing is resolved.
      return new Block(literal(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean contains(byte[] address) {
      int whole = bits / Byte.SIZE;
      if (address.length != prefix.length || !Arrays.equals(address, 0, whole, prefix, 0, whole)) {
        return false;
      }
      int rest = bits % Byte.SIZE;
      return rest == 0 || (address[whole] ^ prefix[whole]) >> Byte.SIZE - rest == 0;
    }
  }

  private static final List<Block> NOT_PUBLIC =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          // Carrier-grade NAT.
          "100.64.0.0/10",
          "127.0.0.0/8",
          // Link-local, with the metadata services of clouds.
          "169.254.0.0/16",
          // The host agent of Azure.
          "168.63.129.16/32",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          // Relays of 6to4.
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          // Multicast, reserved, broadcast.
          "224.0.0.0/3",
          // Protocol assignments: Teredo, benchmarking, ORCHID.
          "2001::/23",
          "2001:db8::/32",
          // 6to4.
          "2002::/16",
          "3fff::/20");

  private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

  private PublicAddresses() {}

  private static List<Block> blocks(String... blocks) {
    return Arrays.stream(blocks).map(Block::of).toList();
  }

  private static byte[] literal(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (java.net.UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(bytes))
        && NOT_PUBLIC.stream().noneMatch(block -> block.contains(bytes));
  }
}
