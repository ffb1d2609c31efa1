package org.leafinventory.nix;

import java.util.ArrayList;
import java.util.List;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.nix.ast.AttrPath;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFunction;
import org.leafinventory.policy.TuningProfile;

/**
 * What {@code configuration.nix} says: a nix-darwin module that configures a host as its hardware
 * and tuning suggest.
 *
 * <p>A pure function. Every value is a {@code lib.mkDefault}, so that a plain definition elsewhere,
 * such as in the {@code local.nix} beside it, wins.
 */
public final class ConfigurationNix {

  private static final NixExpr LIB = Nix.ref("lib");

  /** Animations are what makes screen sharing slow. */
  private static final double NO_TIME = 0.001;

  private ConfigurationNix() {}

  /**
   * The module for {@code inventory} tuned by {@code tuning}.
   *
   * @throws IllegalArgumentException if a text cannot be expressed in Nix: it holds a NUL or half a
   *     character
   */
  public static NixFunction of(
      HardwareInventory inventory, TuningProfile tuning, HostOptions options) {
    List<Binding> bindings = new ArrayList<>();
    bindings.add(imports());
    bindings.add(
        Nix.bind(Nix.attr("leaf", "hardware"), Nix.ref("import").call(Nix.path("./hardware.nix")))
            .withBlankLine());
    names(inventory.systemInfo(), bindings);
    bindings.add(
        Nix.bind(
                Nix.attr("nixpkgs", "hostPlatform"),
                byDefault(NixSystem.of(inventory.systemInfo().architecture())))
            .withBlankLine());
    bindings.add(Nix.bind(Nix.attr("system", "stateVersion"), byDefault(options.stateVersion())));
    bindings.add(Nix.bind(Nix.attr("nix", "settings"), nixSettings(inventory, tuning)));
    bindings.add(Nix.bind(Nix.attr("leaf", "nats", "enable"), byDefault(true)).withBlankLine());
    bindings.add(Nix.bind(Nix.attr("leaf", "monitoring", "enable"), byDefault(true)));
    options
        .primaryUser()
        .ifPresent(
            user ->
                bindings.add(
                    Nix.bind(Nix.attr("system", "primaryUser"), byDefault(user)).withBlankLine()));
    bindings.add(desktop());
    return Nix.function(
        Nix.pattern("config", "lib").withEllipsis(), Nix.set(bindings.toArray(Binding[]::new)));
  }

  private static Binding imports() {
    NixExpr local = Nix.path("./local.nix");
    return Nix.bind(
            "imports",
            Nix.list(
                    Nix.path("../../modules/leaf-hardware.nix"),
                    Nix.path("../../modules/leaf-nats.nix"),
                    Nix.path("../../modules/leaf-monitoring.nix"))
                .concat(
                    LIB.select("optional")
                        .call(Nix.ref("builtins").select("pathExists").call(local), local)))
        .withComment("What you want otherwise belongs into local.nix, which is yours.");
  }

  private static void names(SystemInfo system, List<Binding> bindings) {
    List<Binding> names = new ArrayList<>();
    HostName host = system.hostname();
    if (host.isRfc1123()) {
      names.add(Nix.bind("hostName", byDefault(host.value())));
      names.add(Nix.bind("localHostName", byDefault(host.value())));
    }
    system.computerName().ifPresent(name -> names.add(Nix.bind("computerName", byDefault(name))));
    if (!names.isEmpty()) {
      bindings.add(Nix.bind("networking", Nix.set(names.toArray(Binding[]::new))).withBlankLine());
    }
  }

  private static NixExpr nixSettings(HardwareInventory inventory, TuningProfile tuning) {
    int jobs = tuning.nixMaxJobs().value();
    // Rounded up: a machine that is a little too busy beats cores that no build may use.
    int coresEach = Math.max(1, (inventory.hardware().cpuCores() + jobs - 1) / jobs);
    return Nix.set(Nix.bind("max-jobs", byDefault(jobs)), Nix.bind("cores", byDefault(coresEach)));
  }

  private static Binding desktop() {
    NixExpr defaults =
        Nix.set(
            Nix.bind(
                "NSGlobalDomain",
                Nix.set(
                    Nix.bind("NSAutomaticWindowAnimationsEnabled", byDefault(false)),
                    Nix.bind("NSWindowResizeTime", byDefault(NO_TIME)))),
            Nix.bind("dock", Nix.set(Nix.bind("launchanim", byDefault(false)))));
    AttrPath primaryUser = Nix.attr("system", "primaryUser");
    return Nix.bind(
            Nix.attr("system", "defaults"),
            LIB.select("mkIf")
                .call(Nix.ref("config").select(primaryUser).isNotEqualTo(Nix.nothing()), defaults))
        .withBlankLine()
        .withComment("Settings of the desktop are those of a user, and need to know whose.");
  }

  private static NixExpr byDefault(Object value) {
    return LIB.select("mkDefault").call(value);
  }
}
