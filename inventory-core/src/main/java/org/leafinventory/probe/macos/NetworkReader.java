package org.leafinventory.probe.macos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Printable;

/**
 * Network interfaces: {@code networksetup} names the hardware ports, {@code ifconfig} knows their
 * state. Where the former is silent, the Ethernet-like interfaces of the latter stand alone.
 */
final class NetworkReader {

  private static final String SECTION = "network_interfaces";
  private static final Pattern MAC = Pattern.compile("(?i)[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
  private static final Pattern HEADER =
      Pattern.compile("([A-Za-z0-9._-]+): flags=[0-9a-f]+<.*?>(?: mtu ([0-9]{1,7}))?.*");
  private static final Pattern DETAIL =
      Pattern.compile("\\s+(ether|inet|inet6|media:|status:) +(.*)");
  private static final Pattern SPEED =
      Pattern.compile(".*?([0-9]{1,5}(?:\\.[0-9])?)(G?)base.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROUTE = Pattern.compile("(?m)^\\s*interface: (\\S+)\\s*$");

  /** Not given by a maker: the second lowest bit of the first byte says so. */
  private static final Pattern LOCAL = Pattern.compile(".[2367abef]:.*");

  private static final Pattern ETHERNET_LIKE = Pattern.compile("en[0-9]+");

  private final Answers answers;

  NetworkReader(Answers answers) {
    this.answers = answers;
  }

  List<NetworkInterface> read() {
    Map<String, NetworkInterface> states = interfaces(answers.text("ifconfig", SECTION).orElse(""));
    Map<String, NetworkInterface> ports = new LinkedHashMap<>();
    for (NetworkInterface port : ports(answers.text("networksetup", SECTION).orElse(""))) {
      ports.putIfAbsent(port.device(), withState(port, states.get(port.device())));
    }
    if (ports.isEmpty()) {
      states.values().stream()
          .filter(state -> ETHERNET_LIKE.matcher(state.device()).matches())
          .filter(state -> state.macAddress().isPresent())
          .forEach(state -> ports.put(state.device(), state));
    }
    Optional<String> route = defaultRoute();
    return ports.values().stream()
        .map(port -> port.withType(InterfaceTypes.of(port)))
        .map(port -> port.withDefaultRoute(route.map(port.device()::equals)))
        .toList();
  }

  private NetworkInterface withState(NetworkInterface port, @Nullable NetworkInterface state) {
    if (state == null) {
      return port;
    }
    // Wi-Fi may use a private address of its own; networksetup tells that of the hardware.
    new CrossCheck(answers, SECTION)
        .same(
            "mac_address of " + Printable.line(port.device()),
            new Told<>("networksetup", port.macAddress()),
            new Told<>(
                "ifconfig", state.macAddress().filter(mac -> !LOCAL.matcher(mac).matches())));
    return state.withPort(port.port()).withMacAddress(port.macAddress().or(state::macAddress));
  }

  /** The device through which the default route leaves; empty where there is no such route. */
  private Optional<String> defaultRoute() {
    return answers
        .optionalText("route", SECTION)
        .map(ROUTE::matcher)
        .filter(Matcher::find)
        .map(route -> route.group(1));
  }

  private static List<NetworkInterface> ports(String output) {
    List<NetworkInterface> ports = new ArrayList<>();
    for (String block : output.split("\n\\s*\n", -1)) {
      Map<String, String> fields = new HashMap<>();
      for (String line : block.split("\n", -1)) {
        int colon = line.indexOf(": ");
        if (colon > 0) {
          fields.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 2).strip());
        }
      }
      String device = fields.getOrDefault("Device", "");
      if (!device.isEmpty() && fields.containsKey("Hardware Port")) {
        ports.add(
            NetworkInterface.builder()
                .port(Tree.clean(fields.get("Hardware Port")))
                .device(device)
                .macAddress(macAddress(fields.getOrDefault("Ethernet Address", "")))
                .build());
      }
    }
    return ports;
  }

  private static Map<String, NetworkInterface> interfaces(String output) {
    Map<String, NetworkInterface> interfaces = new LinkedHashMap<>();
    String device = "";
    int mtu = 0;
    List<String[]> details = new ArrayList<>();
    for (String line : output.split("\n", -1)) {
      Matcher header = HEADER.matcher(line);
      Matcher detail = DETAIL.matcher(line);
      if (header.matches()) {
        addState(interfaces, device, mtu, details);
        device = header.group(1);
        mtu = header.group(2) == null ? 0 : Integer.parseInt(header.group(2));
        details = new ArrayList<>();
      } else if (detail.matches()) {
        details.add(new String[] {detail.group(1), detail.group(2).strip()});
      }
    }
    addState(interfaces, device, mtu, details);
    return interfaces;
  }

  private static void addState(
      Map<String, NetworkInterface> interfaces, String device, int mtu, List<String[]> details) {
    if (device.isEmpty()) {
      return;
    }
    NetworkInterface.Builder state = NetworkInterface.builder().device(device);
    state.mtu(mtu > 0 ? OptionalInt.of(mtu) : OptionalInt.empty());
    for (String[] detail : details) {
      switch (detail[0]) {
        case "ether" -> state.macAddress(macAddress(detail[1]));
        case "inet", "inet6" -> state.addAddresses(detail[1].split("[\\s%/]", 2)[0]);
        case "status:" -> state.active(detail[1].equals("active"));
        case "media:" -> state.linkSpeedMbps(speed(detail[1]));
        default -> throw new IllegalStateException(detail[0]);
      }
    }
    interfaces.putIfAbsent(device, state.build());
  }

  /** {@code autoselect (1000baseT <full-duplex>)}, {@code 10Gbase-T}. */
  private static OptionalInt speed(String media) {
    // What was negotiated stands between brackets, after what was chosen.
    int bracket = media.indexOf('(');
    Matcher speed = SPEED.matcher(bracket < 0 ? media : media.substring(bracket));
    if (!speed.matches()) {
      return OptionalInt.empty();
    }
    double number = Double.parseDouble(speed.group(1)) * (speed.group(2).isEmpty() ? 1 : 1000);
    return number >= 1 ? OptionalInt.of((int) Math.round(number)) : OptionalInt.empty();
  }

  private static Optional<String> macAddress(String text) {
    return MAC.matcher(text).matches()
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
