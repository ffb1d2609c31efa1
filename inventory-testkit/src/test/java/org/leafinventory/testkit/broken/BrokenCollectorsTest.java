package org.leafinventory.testkit.broken;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.testkit.contract.CollectorContract;
import org.leafinventory.testkit.fake.CannedCollector;

/** Each rule of the collectors' contract catches a collector that breaks it. */
class BrokenCollectorsTest {

  static Stream<Arguments> collectors() {
    return Stream.of(
        Arguments.of("c1", AnswersNull.class),
        Arguments.of("c2", ThrowsAnything.class),
        Arguments.of("c3", TriesForeignSchemes.class),
        Arguments.of("c4", NamesAnotherTarget.class),
        Arguments.of("c5", IgnoresAnEarlierInterrupt.class),
        Arguments.of("c6", TakesAnInterruptForATimeout.class),
        Arguments.of("c7", ClearsTheFlag.class),
        Arguments.of("c8", TellsEveryThreadSomethingElse.class),
        Arguments.of("c9", RemembersFailures.class),
        Arguments.of("c10", LeavesThreads.class),
        Arguments.of("c11", TellsItsPassword.class));
  }

  @ParameterizedTest
  @MethodSource("collectors")
  void exactly_the_broken_rule_fails(String rule, Class<?> test) {
    Rules.assertBroken(test, rule);
  }

  @Test
  void a_good_collector_keeps_all() {
    Rules.assertKept(Good.class);
  }

  static class Good extends CollectorContract {

    static final Target UP = Target.ssh("up");
    static final Target DOWN = Target.ssh("down");
    static final Target SLEEPY = Target.ssh("sleepy");
    static final HardwareInventory MAC = Subjects.mac("up");

    final CannedCollector good =
        CannedCollector.builder()
            .answers(UP, MAC)
            .fails(DOWN, FailureKind.CONNECT, "nobody answers", "wake it up")
            .hangs(SLEEPY)
            .build();

    @Override
    protected Collector collector() {
      return good;
    }

    @Override
    protected Target target() {
      return UP;
    }

    @Override
    protected List<Target> failingTargets() {
      return List.of(DOWN);
    }

    @Override
    protected Optional<Target> hangingTarget() {
      return Optional.of(SLEEPY);
    }

    @Override
    protected List<String> secrets() {
      return List.of("hunter2");
    }
  }

  static class AnswersNull extends Good {
    @Override
    protected Collector collector() {
      return target -> target.equals(UP) ? null : good.collect(target);
    }
  }

  static class ThrowsAnything extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        if (target.equals(DOWN)) {
          throw new IllegalStateException("connection refused");
        }
        return good.collect(target);
      };
    }
  }

  static class TriesForeignSchemes extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        if (target.equals(foreignTarget())) {
          throw new CollectionException(target, FailureKind.CONNECT, "nobody answers", "wait");
        }
        return good.collect(target);
      };
    }
  }

  static class NamesAnotherTarget extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        if (target.equals(DOWN)) {
          throw new CollectionException(UP, FailureKind.CONNECT, "nobody answers", "wake it up");
        }
        return good.collect(target);
      };
    }
  }

  static class IgnoresAnEarlierInterrupt extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        if (Thread.currentThread().isInterrupted()) {
          throw new CollectionException(target, FailureKind.COMMAND, "it broke off", "try again");
        }
        return good.collect(target);
      };
    }
  }

  static class TakesAnInterruptForATimeout extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        boolean before = Thread.currentThread().isInterrupted();
        try {
          return good.collect(target);
        } catch (CollectionException e) {
          if (before || e.kind() != FailureKind.CANCELLED) {
            throw e;
          }
          throw new CollectionException(target, FailureKind.TIMEOUT, "it took too long", "wait");
        }
      };
    }
  }

  static class ClearsTheFlag extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        try {
          return good.collect(target);
        } finally {
          Thread.interrupted();
        }
      };
    }
  }

  static class TellsEveryThreadSomethingElse extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        HardwareInventory mac = good.collect(target);
        return mac.withSystemInfo(
            mac.systemInfo().withComputerName(Thread.currentThread().getName()));
      };
    }
  }

  static class RemembersFailures extends Good {
    private boolean failed;

    @Override
    protected Collector collector() {
      return target -> {
        if (target.equals(DOWN)) {
          failed = true;
        }
        HardwareInventory mac = good.collect(target);
        return failed ? Subjects.mac("another") : mac;
      };
    }
  }

  static class LeavesThreads extends Good {
    @Override
    protected Collector collector() {
      return target -> {
        Thread left = new Thread(LeavesThreads::linger, "left-behind");
        left.setDaemon(true);
        left.start();
        return good.collect(target);
      };
    }

    private static void linger() {
      try {
        new CountDownLatch(1).await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static class TellsItsPassword extends Good {
    @Override
    protected Collector collector() {
      return new Collector() {
        @Override
        public HardwareInventory collect(Target target) {
          return good.collect(target);
        }

        @Override
        public String toString() {
          return "Collector[password=hunter2]";
        }
      };
    }
  }
}
