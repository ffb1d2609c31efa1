package org.leafinventory.testkit.broken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventSinkException;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.testkit.contract.EventSinkContract;
import org.leafinventory.testkit.fake.RecordedEvents;

/** Each rule of the sinks' contract catches a sink that breaks it. */
class BrokenSinksTest {

  static Stream<Arguments> sinks() {
    return Stream.of(
        Arguments.of("e1", HoldsTheFirstBack.class),
        Arguments.of("e2", RepeatsWhenTheCorrelationChanges.class),
        Arguments.of("e4", LosesWhatComesMeanwhile.class),
        Arguments.of("e5", FlattensData.class),
        Arguments.of("e6", KnowsItsOwnTypesOnly.class),
        Arguments.of("e7", RefusesInterruptedThreads.class));
  }

  @ParameterizedTest
  @MethodSource("sinks")
  void exactly_the_broken_rule_fails(String rule, Class<?> test) {
    Rules.assertBroken(test, rule);
  }

  @Test
  void a_wrong_order_is_wrong_with_several_threads_too() {
    Rules.assertBroken(PutsTheNewestFirst.class, "e3", "e4", "e6");
  }

  @Test
  void a_good_sink_keeps_all() {
    Rules.assertKept(Good.class);
  }

  static class Good extends EventSinkContract {

    final RecordedEvents good = new RecordedEvents();

    @Override
    protected EventSink open() {
      return good;
    }

    @Override
    protected List<InventoryEvent> received() {
      return good.all();
    }
  }

  static class HoldsTheFirstBack extends Good {
    @Override
    protected List<InventoryEvent> received() {
      List<InventoryEvent> all = good.all();
      return all.size() == 1 ? List.of() : all;
    }
  }

  static class RepeatsWhenTheCorrelationChanges extends Good {
    @Override
    protected synchronized EventSink open() {
      return event -> {
        good.last()
            .filter(last -> !last.correlationId().equals(event.correlationId()))
            .ifPresent(good::emit);
        good.emit(event);
      };
    }
  }

  static class PutsTheNewestFirst extends Good {
    @Override
    protected List<InventoryEvent> received() {
      List<InventoryEvent> backwards = new ArrayList<>();
      good.all().forEach(event -> backwards.add(0, event));
      return backwards;
    }
  }

  static class LosesWhatComesMeanwhile extends Good {
    private volatile List<InventoryEvent> now = List.of();

    @Override
    protected EventSink open() {
      return event -> {
        List<InventoryEvent> after = new ArrayList<>(now);
        after.add(event);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        now = after;
      };
    }

    @Override
    protected List<InventoryEvent> received() {
      return now;
    }
  }

  static class FlattensData extends Good {
    @Override
    protected EventSink open() {
      return event -> {
        Map<String, Object> flat = new LinkedHashMap<>();
        event
            .data()
            .forEach(
                (key, value) -> flat.put(key, value instanceof Map ? value.toString() : value));
        good.emit(
            new InventoryEvent(
                event.eventId(),
                event.eventType(),
                event.aggregateId(),
                event.aggregateType(),
                event.timestamp(),
                event.correlationId(),
                event.causationId(),
                flat));
      };
    }
  }

  static class KnowsItsOwnTypesOnly extends Good {
    @Override
    protected EventSink open() {
      return event -> {
        if (!event.eventType().name().matches("(inventory|config)\\..*")) {
          throw new EventSinkException("no such type: " + event.eventType(), null);
        }
        good.emit(event);
      };
    }
  }

  static class RefusesInterruptedThreads extends Good {
    @Override
    protected EventSink open() {
      return event -> {
        if (Thread.currentThread().isInterrupted()) {
          throw new EventSinkException("interrupted", null);
        }
        good.emit(event);
      };
    }
  }
}
