package org.leafinventory.testkit.broken;

import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.testkit.arbitrary.Inventories;
import org.leafinventory.testkit.contract.TuningPolicyContract;

/** Each rule of the policies' contract catches a policy that breaks it. */
class BrokenPoliciesTest {

  static Stream<Arguments> policies() {
    return Stream.of(
        Arguments.of("t1", LeavesAValueOut.class),
        Arguments.of("t2", DistinguishesEqualMacs.class),
        Arguments.of("t3", TellsEveryThreadSomethingElse.class),
        Arguments.of("t4", ExceedsAPercentage.class),
        Arguments.of("t5", QuotesTheMachine.class),
        Arguments.of("t6", CountsOneCoreMore.class),
        Arguments.of("t7", GivesTheRuleOfAnotherTier.class),
        Arguments.of("t8", HasAnotherReasonThanItSays.class),
        Arguments.of("t9", GivesLessForMoreCores.class),
        Arguments.of("t10", GivesLessForMoreMemory.class),
        Arguments.of("t11", GivesLessForMoreStorage.class));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void exactly_the_broken_rule_fails(String rule, Class<?> test) {
    Rules.assertBroken(test, rule);
  }

  @Test
  void a_good_policy_keeps_all() {
    Rules.assertKept(Good.class);
  }

  static class Good extends ByAmount {
    Good() {
      super("hardware.cpu_cores", "cores", mac -> mac.hardware().cpuCores());
    }
  }

  /** All by one amount: 8 and 16 are the thresholds. */
  abstract static class ByAmount extends TuningPolicyContract {

    final String fact;
    final String unit;
    final ToLongFunction<HardwareInventory> amount;

    ByAmount(String fact, String unit, ToLongFunction<HardwareInventory> amount) {
      this.fact = fact;
      this.unit = unit;
      this.amount = amount;
    }

    @Override
    protected Arbitrary<HardwareInventory> macs() {
      return Inventories.fleet();
    }

    @Override
    protected Set<Resource> growsWith() {
      return Set.of(Resource.values());
    }

    @Override
    protected TuningPolicy policy() {
      return mac -> {
        long seen = observed(mac);
        Tier tier = tier(seen);
        Reason reason = new Reason(fact, words(mac, seen), rule(tier), tier, "cores");
        return profile(mac, reason, 1 + value(mac, tier));
      };
    }

    long observed(HardwareInventory mac) {
      return amount.applyAsLong(mac);
    }

    String words(HardwareInventory mac, long seen) {
      return seen + " " + unit;
    }

    Tier tier(long seen) {
      return seen >= 16 ? Tier.HIGH : seen >= 8 ? Tier.MEDIUM : Tier.LOW;
    }

    String rule(Tier tier) {
      return switch (tier) {
        case HIGH -> ">= 16 " + unit;
        case MEDIUM -> ">= 8 " + unit + " and < 16 " + unit;
        case LOW -> "< 8 " + unit;
      };
    }

    int value(HardwareInventory mac, Tier tier) {
      return level(tier);
    }

    static int level(Tier tier) {
      return switch (tier) {
        case HIGH -> 2;
        case MEDIUM -> 1;
        case LOW -> 0;
      };
    }

    TuningProfile profile(HardwareInventory mac, Reason reason, int value) {
      return TuningProfile.builder()
          .maxConcurrency(new Tuned<>("level-" + value, reason))
          .maxConnections(new Tuned<>(value, reason))
          .nixMaxJobs(new Tuned<>(value, reason))
          .jetstreamMaxMemory(new Tuned<>(ByteSize.ofGibibytes(value), reason))
          .maxPending(new Tuned<>(ByteSize.ofGibibytes(value), reason))
          .memoryPressurePercent(new Tuned<>(value, reason))
          .jetstreamMaxFile(new Tuned<>(ByteSize.ofGibibytes(value), reason))
          .backupRetentionDays(new Tuned<>(value, reason))
          .prometheusRetentionDays(new Tuned<>(value, reason))
          .build();
    }
  }

  static class LeavesAValueOut extends Good {
    @Override
    TuningProfile profile(HardwareInventory mac, Reason reason, int value) {
      return super.profile(mac, reason, value).withMaxPending(new Tuned<>(null, reason));
    }
  }

  static class DistinguishesEqualMacs extends Good {
    @Override
    String words(HardwareInventory mac, long seen) {
      return "object " + System.identityHashCode(mac);
    }
  }

  static class TellsEveryThreadSomethingElse extends Good {
    @Override
    String words(HardwareInventory mac, long seen) {
      return Thread.currentThread().getName();
    }
  }

  static class ExceedsAPercentage extends Good {
    @Override
    TuningProfile profile(HardwareInventory mac, Reason reason, int value) {
      return super.profile(mac, reason, value)
          .withMemoryPressurePercent(new Tuned<>(100 + value, reason));
    }
  }

  static class QuotesTheMachine extends Good {
    @Override
    String words(HardwareInventory mac, long seen) {
      return "core count of " + mac.systemInfo().computerName().orElse("a Mac without a name");
    }
  }

  static class CountsOneCoreMore extends Good {
    @Override
    long observed(HardwareInventory mac) {
      return super.observed(mac) + 1;
    }
  }

  static class GivesTheRuleOfAnotherTier extends Good {
    @Override
    String rule(Tier tier) {
      return super.rule(Tier.HIGH);
    }
  }

  static class HasAnotherReasonThanItSays extends Good {
    @Override
    int value(HardwareInventory mac, Tier tier) {
      return level(tier) + Math.floorMod(mac.hostName().hashCode(), 50);
    }
  }

  abstract static class GivesLess extends ByAmount {

    GivesLess(String fact, String unit, ToLongFunction<HardwareInventory> amount) {
      super(fact, unit, amount);
    }

    @Override
    int value(HardwareInventory mac, Tier tier) {
      return 3 - level(tier);
    }

    @Override
    Tier tier(long seen) {
      long medium = unit.equals("cores") ? 8 : 16L << 30;
      return seen >= 2 * medium ? Tier.HIGH : seen >= medium ? Tier.MEDIUM : Tier.LOW;
    }

    @Override
    String rule(Tier tier) {
      return "by " + unit;
    }
  }

  static class GivesLessForMoreCores extends GivesLess {
    GivesLessForMoreCores() {
      super("hardware.cpu_cores", "cores", mac -> mac.hardware().cpuCores());
    }
  }

  static class GivesLessForMoreMemory extends GivesLess {
    GivesLessForMoreMemory() {
      super("hardware.memory_bytes", "bytes", mac -> mac.hardware().memoryBytes().bytes());
    }
  }

  static class GivesLessForMoreStorage extends GivesLess {
    GivesLessForMoreStorage() {
      super("internal storage", "bytes", mac -> mac.internalStorage().bytes());
    }
  }
}
