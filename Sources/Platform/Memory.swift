import CPlatform

/// How the program takes memory from the system.
public enum Memory {
    /// Takes it in large steps, for programs whose threads all allocate much. To be called before there are any.
    ///
    /// glibc lets the memory of a thread grow by single pages (`grow_heap` in malloc/arena.c), and while the system takes note of
    /// one, no other thread can touch a new page of its own. What is taken and not touched costs nothing. One step stays below
    /// the 64 MiB of which glibc makes a thread's memory.
    public static func takeInLargeSteps() { platform_take_memory_in_steps(48 << 20) }
}
