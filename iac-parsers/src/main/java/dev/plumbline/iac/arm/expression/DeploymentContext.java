package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Value;

/**
 * Where a template is deployed to. Values are strings, known or unknown.
 *
 * @param level what it is deployed to
 * @param subscriptionId the subscription's id, without a path
 * @param resourceGroup the resource group's name
 * @param managementGroup the management group's name
 * @param name the deployment's name
 * @param symbol what {@code deployment()} is called in symbols, by which what different deployments tell is told apart
 */
public record DeploymentContext(
        Level level, Value subscriptionId, Value resourceGroup, Value managementGroup, Value name, String symbol) {

    /** What a template can be deployed to. */
    public enum Level {
        RESOURCE_GROUP,
        SUBSCRIPTION,
        MANAGEMENT_GROUP,
        TENANT
    }

    /** The same, told apart from others by that call. */
    public DeploymentContext called(String call) {
        return new DeploymentContext(level, subscriptionId, resourceGroup, managementGroup, name, call);
    }

    public DeploymentContext at(Level other) {
        return new DeploymentContext(other, subscriptionId, resourceGroup, managementGroup, name, symbol);
    }
}
