package dev.plumbline.rules.expression;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.rules.lifecycle.EndOfLife;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a condition is evaluated in: variables, the graph around the resource, and a bound on the work. */
public final class Scope {
    /** The steps of comprehensions that one evaluation may take, inclusive. */
    public static final int MAX_STEPS = 200_000;

    /** @param known what functions have worked out, by the name of the function and the resource itself */
    private record Surroundings(ResourceGraph graph, LocalDate today, Map<String, Map<Resource, Object>> known) {}

    private static final class Run {
        private final Surroundings surroundings;
        private final Predicate<Object> leftOut;
        private int steps;
        private Object decisive;
        private String explanation = "";

        private Run(Surroundings surroundings, Predicate<Object> leftOut, int steps) {
            this.surroundings = surroundings;
            this.leftOut = leftOut;
            this.steps = steps;
        }
    }

    private final Scope outer;
    private final Run run;
    private final String name;
    private Object value;

    private Scope(Scope outer, Run run, String name, Object value) {
        this.outer = outer;
        this.run = run;
        this.name = name;
        this.value = value;
    }

    /**
     * The outermost scope of one evaluation, with its one variable.
     *
     * @param today the day by which versions are supported or not: an input of the scan
     */
    public static Scope of(ResourceGraph graph, LocalDate today, String name, Object value) {
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(today, "today");
        return new Scope(
                null, new Run(new Surroundings(graph, today, new HashMap<>()), element -> false, 0), name, value);
    }

    /** The same on the day of the data on versions. */
    public static Scope of(ResourceGraph graph, String name, Object value) {
        return of(graph, EndOfLife.builtIn().asOf(), name, value);
    }

    /** The outermost scope of another evaluation among the same resources, which shares what functions have worked out. */
    public Scope about(Object another) {
        return new Scope(null, new Run(run.surroundings, element -> false, 0), name, another);
    }

    /**
     * The outermost scope of another evaluation, for which comprehensions leave out some elements. The bound on the work
     * is for both together.
     */
    public Scope without(Predicate<Object> elements) {
        return new Scope(null, new Run(run.surroundings, elements, run.steps), name, value);
    }

    /** The day of the scan. */
    public LocalDate today() {
        return run.surroundings.today();
    }

    /** The resources among which the condition is evaluated. */
    public ResourceGraph graph() {
        return run.surroundings.graph();
    }

    /**
     * What a function gives for a resource and nothing else, worked out once for all conditions that are evaluated among
     * the same resources.
     */
    public Object once(String function, Resource resource, Supplier<Object> work) {
        return run.surroundings
                .known()
                .computeIfAbsent(function, any -> new IdentityHashMap<>())
                .computeIfAbsent(resource, any -> work.get());
    }

    /** The same of what belongs to no resource. */
    public Object once(String work, Supplier<Object> of) {
        return once(work, null, of);
    }

    /**
     * The element at which the last comprehension stopped early, which is the one that decided it: the ingress rule for
     * which {@code all} was false. Null where none did.
     */
    public Object decisive() {
        return run.decisive;
    }

    /** What {@link #explain} was told; empty where nothing was. */
    public String explanation() {
        return run.explanation;
    }

    /**
     * Says of what a function has found why the condition may not hold, where that is more than a rule's title can say:
     * the day on which support of a version ended. A clause without a full stop; the first one counts.
     */
    public void explain(String why) {
        if (run.explanation.isEmpty()) {
            run.explanation = why;
        }
    }

    boolean leavesOut(Object element) {
        return run.leftOut.test(Fields.written(element));
    }

    Scope with(String variable, Object of) {
        return new Scope(this, run, variable, of);
    }

    void set(Object to) {
        value = to;
    }

    Object get() {
        return value;
    }

    void decidedBy(Object element) {
        run.decisive = Fields.written(element);
    }

    /** Takes a step; functions that go over the graph take one for each resource. */
    public void step() {
        if (++run.steps > MAX_STEPS) {
            throw new EvaluationException("the condition takes more than " + MAX_STEPS + " steps");
        }
    }

    Object lookUp(String variable) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.name.equals(variable)) {
                if (scope.value instanceof EvaluationException error) {
                    throw error;
                }
                return scope.value;
            }
        }
        throw new EvaluationException("there is no variable " + variable);
    }
}
