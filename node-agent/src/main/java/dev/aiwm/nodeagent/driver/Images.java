package dev.aiwm.nodeagent.driver;

import java.util.List;

/** A driver whose objects are made from images that lie on the node. */
public interface Images {
    /** Every image that a resource may ask for by name, there or not; in a fixed order. */
    List<NodeImage> images();
}
