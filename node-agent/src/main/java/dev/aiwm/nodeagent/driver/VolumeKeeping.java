package dev.aiwm.nodeagent.driver;

import java.util.List;

/** A driver that keeps volumes by name, which outlive the objects that use them. */
public interface VolumeKeeping {
    /** The names of all volumes with this node's mark. */
    List<String> volumes();

    /**
     * Have such a volume; done at once when there is. PERMANENT when somebody else's has the name.
     */
    void createVolume(String name);

    /**
     * Remove the volume and what is in it; done at once when there is none. PERMANENT while
     * something uses it, running or not, and when it is somebody else's.
     */
    void removeVolume(String name);
}
