package dev.aiwm.nodeagent.driver.libvirt;

/** What there is of the disk that a machine boots from. */
enum FirstDisk {
    /** Nor is there anything else of the machine. */
    NOTHING,

    /** Not there, or a half of it, from which no guest ever ran. */
    MISSING,

    /** Whole, and as far as can be told of the image that is asked for. */
    OURS,

    OF_ANOTHER_IMAGE
}
