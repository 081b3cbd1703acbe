package dev.aiwm.command.api;

import dev.aiwm.web.problem.FieldError;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives the steps of a request their names, and says where their order makes no sense. */
final class StepOrderCheck {
    static final String DUPLICATE = "DUPLICATE";
    static final String UNKNOWN_STEP = "UNKNOWN_STEP";
    static final String CYCLE = "CYCLE";

    private final List<CreateExecutionRequest.Step> steps;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<List<Integer>> dependencies = new ArrayList<>();
    private final List<FieldError> errors;

    private StepOrderCheck(List<CreateExecutionRequest.Step> steps, List<FieldError> errors) {
        this.steps = steps;
        this.errors = errors;
    }

    /** A step by its name, or by its index. */
    static StepOrderCheck of(List<CreateExecutionRequest.Step> steps, List<FieldError> errors) {
        var check = new StepOrderCheck(steps, errors);
        check.name();
        check.resolve();
        if (errors.isEmpty()) {
            check.findCircle();
        }
        return check;
    }

    String name(int index) {
        return names.get(index);
    }

    List<String> dependsOn(int index) {
        return dependencies.get(index).stream().map(names::get).toList();
    }

    private void name() {
        for (int i = 0; i < steps.size(); i++) {
            String given = steps.get(i).name();
            String name = given == null ? String.valueOf(i) : given;
            names.add(name);
            Integer before = byName.putIfAbsent(name, i);
            if (before != null) {
                errors.add(
                        new FieldError(
                                "/steps/" + i + "/name",
                                DUPLICATE,
                                "is the name of /steps/" + before + " too"));
            }
        }
    }

    private void resolve() {
        for (int i = 0; i < steps.size(); i++) {
            var found = new ArrayList<Integer>();
            var given = steps.get(i).dependsOn();
            for (int j = 0; given != null && j < given.size(); j++) {
                Integer index = indexOf(given.get(j));
                String place = "/steps/" + i + "/dependsOn/" + j;
                if (index == null) {
                    errors.add(
                            new FieldError(
                                    place, UNKNOWN_STEP, "is neither name nor index of a step"));
                } else if (found.contains(index)) {
                    errors.add(new FieldError(place, DUPLICATE, "is named twice"));
                }
                found.add(index);
            }
            dependencies.add(found);
        }
    }

    private Integer indexOf(String named) {
        Integer index = byName.get(named);
        if (index == null && named.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(named);
            return number < steps.size() ? number : null;
        }
        return index;
    }

    private void findCircle() {
        var done = new boolean[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            if (errors.isEmpty()) {
                walk(i, new ArrayList<>(), done);
            }
        }
    }

    private void walk(int step, List<Integer> path, boolean[] done) {
        if (done[step]) {
            return;
        }
        path.add(step);
        for (int j = 0; j < dependencies.get(step).size() && errors.isEmpty(); j++) {
            int before = dependencies.get(step).get(j);
            int start = path.indexOf(before);
            if (start >= 0) {
                String circle =
                        path.subList(start, path.size()).stream()
                                .map(names::get)
                                .collect(Collectors.joining(" after "));
                errors.add(
                        new FieldError(
                                "/steps/" + step + "/dependsOn/" + j,
                                CYCLE,
                                "closes a circle: " + circle + " after " + names.get(before)));
            } else {
                walk(before, path, done);
            }
        }
        path.remove(path.size() - 1);
        done[step] = true;
    }
}
