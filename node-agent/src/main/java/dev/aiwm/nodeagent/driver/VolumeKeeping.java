package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.protocol.VolumeInfo;
import dev.aiwm.contracts.protocol.VolumeMade;

import java.util.List;
import java.util.Map;

/**
 * A driver that keeps volumes by name, which outlive the objects that use them. A volume belongs to
 * one organisation; a container made for another cannot use it.
 */
public interface VolumeKeeping {
    /** Somebody else has a volume of that name. */
    String VOLUME_TAKEN = "VOLUME_TAKEN";

    /** Something uses the volume. */
    String VOLUME_IN_USE = "VOLUME_IN_USE";

    /** There is no such volume, or it is another organisation's. */
    String VOLUME_NOT_FOUND = "VOLUME_NOT_FOUND";

    /** All volumes with this node's mark, by name. */
    List<VolumeInfo> volumes();

    /**
     * Have such a volume of the organisation; done at once when it has it, which then keeps its
     * labels. PERMANENT when somebody else's has the name.
     */
    VolumeMade createVolume(String name, String org, Map<String, String> labels);

    /**
     * Remove the volume and what is in it. PERMANENT while something uses it, running or not, when
     * there is none, and when it is not ours or not of this organisation.
     *
     * @param org null when it may be of any
     */
    void removeVolume(String name, String org);
}
