package dev.aiwm.web.problem;

/** JSON pointers (RFC 6901). */
public final class Pointers {
    private Pointers() {}

    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** From the way that Bean Validation writes a place: {@code ports[0].hostPort}. */
    public static String ofPropertyPath(Iterable<jakarta.validation.Path.Node> path) {
        var pointer = new StringBuilder();
        for (jakarta.validation.Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }
}
