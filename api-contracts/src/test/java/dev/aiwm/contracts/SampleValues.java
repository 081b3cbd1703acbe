package dev.aiwm.contracts;

import dev.aiwm.contracts.resource.config.EnvironmentValue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One value of any type of the contracts, with every component filled, and the same each time: what
 * a component holds follows from its name alone.
 */
final class SampleValues {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final int SECONDS_A_DAY = 86_400;

    private static final Map<Class<?>, Function<String, Object>> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, name -> "some " + name),
                    Map.entry(Object.class, name -> "some " + name),
                    Map.entry(boolean.class, name -> true),
                    Map.entry(Boolean.class, name -> true),
                    Map.entry(int.class, SampleValues::number),
                    Map.entry(Integer.class, SampleValues::number),
                    Map.entry(long.class, name -> 1_000L * number(name)),
                    Map.entry(Long.class, name -> 1_000L * number(name)),
                    Map.entry(double.class, name -> number(name) + 0.5),
                    Map.entry(Double.class, name -> number(name) + 0.5),
                    Map.entry(
                            Instant.class,
                            name -> NOON.plusSeconds(hash(name) % SECONDS_A_DAY).plusMillis(7)),
                    Map.entry(NodeId.class, name -> NodeId.of("node-1")),
                    Map.entry(ResourceId.class, name -> ResourceId.of(hex(name))),
                    Map.entry(ExecutionId.class, name -> ExecutionId.of(hex(name))),
                    Map.entry(BulkId.class, name -> BulkId.of(hex(name))),
                    Map.entry(ScheduleId.class, name -> ScheduleId.of(hex(name))),
                    Map.entry(UserId.class, name -> UserId.of(hex(name))),
                    Map.entry(SnapshotId.class, name -> SnapshotId.of(hex(name))),
                    Map.entry(SecretRef.class, name -> SecretRef.of("vault:" + name)),
                    Map.entry(
                            EnvironmentValue.class,
                            name -> EnvironmentValue.secret(SecretRef.of("vault:" + name))));

    private SampleValues() {}

    static <T> T of(Class<T> type) {
        return type.cast(value(type, type.getSimpleName()));
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, name);
        }
        var plain = (Class<?>) type;
        var simple = SIMPLE.get(plain);
        if (simple != null) {
            return simple.apply(name);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isSealed()) {
            return value(plain.getPermittedSubclasses()[0], name);
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        throw new AssertionError("no sample for " + type);
    }

    private static Object collection(ParameterizedType generic, String name) {
        var arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return List.of(value(arguments[0], name));
        }
        if (generic.getRawType() == Set.class) {
            return Set.of(value(arguments[0], name));
        }
        if (generic.getRawType() == Map.class) {
            var map = new LinkedHashMap<Object, Object>();
            map.put("one", value(arguments[1], name));
            if (arguments[1] == EnvironmentValue.class) {
                map.put("two", EnvironmentValue.plain("some text"));
            }
            return map;
        }
        throw new AssertionError("no sample for " + generic);
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values =
                Arrays.stream(components)
                        .map(component -> value(component.getGenericType(), component.getName()))
                        .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError("no sample for " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample for " + type, e);
        }
    }

    private static int number(String name) {
        return 1 + hash(name) % 97;
    }

    private static String hex(String name) {
        return "65a1b2c3" + "%016x".formatted(hash(name));
    }

    private static int hash(String name) {
        return name.hashCode() & 0x7FFF_FFFF;
    }
}
