package dev.plumbline.iac.cloudformation.sam;

/** What the API of a route needs to call what it leads to. */
final class RoutePermissions {
    private RoutePermissions() {}

    /** @param stage the name of the API's stage; empty where it is not a literal, or for an HTTP API */
    static void function(Lowering lowering, Route route, String stage) {
        SamResource function = route.of();
        Made made = new Made(route.event().keyRange());
        String alias = function.text("AutoPublishAlias");
        String target = function.has("AutoPublishAlias")
                ? function.id() + "Alias" + (alias == null ? "" : LogicalIds.clean(alias))
                : function.id();
        lowering.add(
                function,
                route.event(),
                function.id() + route.event().key() + "Permission" + LogicalIds.clean(stage),
                "AWS::Lambda::Permission",
                Permissions.to(
                                route.event(),
                                made.ref(target),
                                "apigateway.amazonaws.com",
                                Permissions.method(route.event(), route.reference(), route.method(), route.path()))
                        .build());
    }

    /** The role by which an API starts a state machine. */
    static void stateMachine(Lowering lowering, Route route) {
        Rules.role(
                lowering,
                route.of(),
                route.event(),
                "apigateway.amazonaws.com",
                "states:StartExecution",
                new Made(route.event().keyRange()).ref(route.of().id()));
    }
}
