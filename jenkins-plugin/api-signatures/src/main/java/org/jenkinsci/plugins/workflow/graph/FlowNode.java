package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Actionable;

/** Signatures of {@code org.jenkinsci.plugins.workflow.graph.FlowNode} in the plugin workflow-api. */
public abstract class FlowNode extends Actionable {}
