package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.Optional;

/** What the names that no expression binds stand for: {@code var}, {@code local}, {@code module}, resources. */
public interface Names {

    /**
     * What the beginning of a traversal stands for.
     *
     * @param steps how many of the traversal's steps that takes; the evaluator goes on from there
     */
    record Found(Result result, int steps) {}

    /** What the traversal's beginning stands for; where it is not declared, an unknown value that says so. */
    Found resolve(ScopeTraversal traversal) throws EvaluationException;

    /**
     * An attribute of a resource's object that was not written: known after apply, or read from outside.
     *
     * @return empty where the object is not one of a resource
     */
    Optional<Result> computed(ObjectValue object, String attribute);

    /** The reference that reading an attribute of this object is; empty where it is not one of a resource. */
    Optional<References> referenceTo(ObjectValue object, String attribute);
}
