import CPlatform
import Glibc

/// Reading, listing and writing files by the system's own calls: a site is thousands of small files, where
/// each layer in between costs as much as the work.
public enum Files {
    /// The whole content of a file.
    /// - Throws: `FileError`.
    public static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path) }
        defer { close(descriptor) }
        return try read(descriptor, path)
    }

    /// A part of a file.
    /// - Throws: `FileError`, also where the file ends before it does.
    public static func read(_ path: String, _ range: Range<Int>) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, range.upperBound <= status.st_size else {
            throw FileError("read", path, code: EINVAL)
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: max(range.count, 1)) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound)))
        }
        guard bytes.count == range.count else { throw FileError("read", path, code: EIO) }
        return bytes
    }

    /// The whole content of a file, and its stamp from before it was read.
    /// - Throws: `FileError`.
    public static func readStamped(_ path: String) throws -> (bytes: [UInt8], stamp: FileStamp) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError("read", path) }
        let stamp = FileStamp(status)
        return (try read(descriptor, path), stamp)
    }

    /// All that comes from the standard input, be it a file, a pipe or a socket.
    /// - Throws: `FileError`.
    public static func readStandardInput() throws -> [UInt8] { try read(0, "<stdin>") }

    /// All that comes from a descriptor; `path` is what errors call it.
    static func read(_ descriptor: Int32, _ path: String) throws -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError("read", path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError("read", path, code: EISDIR) }
        // A pipe has no size, nor have the files of /proc: ask for a page at a time until their end.
        let isRegular = status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
        var bytes: [UInt8] = []
        var room = isRegular ? Int(status.st_size) : 65536
        while true {
            var failed = false
            let part = [UInt8](unsafeUninitializedCapacity: max(room, 1)) { buffer, count in
                var got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                while got < 0, errno == EINTR {
                    got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                }
                failed = got < 0
                count = max(0, got)
            }
            if failed { throw FileError("read", path) }
            if part.isEmpty { return bytes }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if isRegular, bytes.count >= Int(status.st_size) { return bytes }
            room = 65536
        }
    }

    /// Writes a file as a whole. The folder must exist.
    /// - Parameter replacing: whether a file that is there is written over; else it is an error.
    /// - Throws: `FileError`.
    public static func write(_ bytes: borrowing [UInt8], to path: String, replacing: Bool = true) throws {
        let ifThere = replacing ? O_TRUNC : O_EXCL
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | ifThere, 0o644)
        guard descriptor >= 0 else { throw FileError("write", path) }
        defer { close(descriptor) }
        try write(bytes, to: descriptor, path)
    }

    /// Writes to a descriptor; `path` is what errors call it.
    static func write(_ bytes: borrowing [UInt8], to descriptor: Int32, _ path: String) throws {
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(
                    descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw FileError("write", path)
                }
                written += count
            }
        }
    }

    /// What a path leads to, following symbolic links; `nil` where there is nothing.
    public static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .other
        }
    }

    /// Whether a file may be read.
    public static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// What a path can lead to.
    public enum Kind: Sendable {
        case file, folder, other
    }

    /// The names in a folder, sorted by their bytes, without `.` and `..`.
    /// - Throws: `FileError`.
    public static func names(in folder: String) throws -> [String] {
        try entries(of: folder).map(\.name)
    }

    /// Every file below a folder as a path relative to it, sorted. Hidden files and folders are left out, and
    /// so is whatever `skip` (asked with the relative path of a folder) says. A link to a folder is not followed,
    /// so that a loop of links ends.
    /// - Throws: `FileError`.
    public static func tree(below folder: String, skip: (String) -> Bool = { _ in false }) throws -> [String]
    {
        try listing(below: folder, skip: skip).files
    }

    /// Every file below a folder as `tree` gives them, and what cannot be named in text: files and folders whose names are
    /// not UTF-8, each with `\xE9` for a byte that is no part of a letter.
    /// - Throws: `FileError`.
    public static func listing(below folder: String, skip: (String) -> Bool = { _ in false }) throws -> (
        files: [String], unnamed: [String]
    ) {
        var found: [String] = []
        var unnamed: [String] = []
        var waiting = [""]
        while let relative = waiting.popLast() {
            for (name, type, isText) in try entries(of: relative.isEmpty ? folder : "\(folder)/\(relative)")
            where !name.hasPrefix(".") {
                let path = relative.isEmpty ? name : "\(relative)/\(name)"
                guard isText else {
                    unnamed.append(path)
                    continue
                }
                switch type {
                case DT_DIR: if !skip(path) { waiting.append(path) }
                case DT_REG: found.append(path)
                // Some file systems do not tell the kind.
                case DT_UNKNOWN where isFolderItself("\(folder)/\(path)"):
                    if !skip(path) { waiting.append(path) }
                default: if kind(of: "\(folder)/\(path)") == .file { found.append(path) }
                }
            }
        }
        let isBefore = { (a: String, b: String) in a.utf8.lexicographicallyPrecedes(b.utf8) }
        return (found.sorted(by: isBefore), unnamed.sorted(by: isBefore))
    }

    /// How many files there are below a folder, hidden ones and links among them.
    /// - Throws: `FileError`.
    public static func count(below folder: String) throws -> Int {
        try entries(of: folder).reduce(0) { count, entry in
            let path = "\(folder)/\(entry.name)"
            let isFolder = entry.type == DT_DIR || (entry.type == DT_UNKNOWN && isFolderItself(path))
            return count + (isFolder ? try Self.count(below: path) : 1)
        }
    }

    /// Every folder below a folder, and every link that leads to a file, as whole paths; hidden ones are left out as in
    /// `tree`. What cannot be read has none.
    static func foldersAndLinks(below folder: String) -> (folders: [String], links: [String]) {
        var found: (folders: [String], links: [String]) = ([], [])
        var waiting = [folder]
        while let next = waiting.popLast() {
            for (name, type, isText) in (try? entries(of: next)) ?? [] where isText && !name.hasPrefix(".") {
                let path = "\(next)/\(name)"
                switch type {
                case DT_DIR: waiting.append(path)
                case DT_UNKNOWN where isFolderItself(path): waiting.append(path)
                case DT_LNK where kind(of: path) == .file: found.links.append(path)
                default: break
                }
            }
            if next != folder { found.folders.append(next) }
        }
        return found
    }

    private static func isFolderItself(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// - Returns: the names, the kinds as the file system tells them, and whether a name is text. One that is not is given in
    ///   words that lead to no file.
    private static func entries(of folder: String) throws -> [(name: String, type: Int, isText: Bool)] {
        guard let directory = opendir(folder) else { throw FileError("list", folder) }
        defer { closedir(directory) }
        var found: [(name: String, type: Int, isText: Bool)] = []
        while let entry = readdir(directory) {
            let (name, isText) = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(validatingCString: $0).map { ($0, true) } ?? (spelledOut($0), false)
                }
            }
            if name != ".", name != ".." { found.append((name, Int(entry.pointee.d_type), isText)) }
        }
        return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// A name with `\xE9` for each byte that is no part of a letter of UTF-8.
    private static func spelledOut(_ name: UnsafePointer<CChar>) -> String {
        let bytes = (0..<strlen(name)).map { UInt8(bitPattern: name[$0]) }
        var out = ""
        var start = 0
        while start < bytes.count {
            let letter = (1...4).lazy.compactMap { count in
                start + count <= bytes.count
                    ? String(validating: bytes[start..<(start + count)], as: UTF8.self) : nil
            }.first
            out += letter ?? "\\x" + String(bytes[start], radix: 16, uppercase: true)
            start += letter?.utf8.count ?? 1
        }
        return out
    }

    /// A folder's path from the root of the file system, without links, `.` and `..`; `nil` where there is none.
    public static func absolute(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Makes a folder and those above it; one that is there is left as it is.
    /// - Throws: `FileError`.
    public static func makeFolder(_ path: String) throws {
        if mkdir(path, 0o755) == 0 { return }
        switch errno {
        case EEXIST where kind(of: path) == .folder: return
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
                throw FileError("create", path, code: ENOENT)
            }
            try makeFolder(String(path[..<slash]))
            guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError("create", path) }
        default: throw FileError("create", path)
        }
    }

    /// Removes a file, or a folder with all that is in it. Nothing there is no error; a link is removed, not what
    /// it leads to.
    /// - Throws: `FileError`.
    public static func remove(_ path: String) throws {
        if unlink(path) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else { throw FileError("remove", path) }
        try empty(path)
        guard rmdir(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
    }

    /// Removes all that is in a folder, whatever bytes its names are of.
    /// - Throws: `FileError`.
    private static func empty(_ folder: String) throws {
        guard let directory = opendir(folder) else { throw FileError("remove", folder) }
        defer { closedir(directory) }
        // All names first: what a listing gives while what it lists is removed is up to the file system.
        var names: [UInt8] = []
        while let entry = readdir(directory) {
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                names += bytes.prefix { $0 != 0 }
                names.append(0)
            }
        }
        try names.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while let end = rest.firstIndex(of: 0) {
                let name = UnsafeRawBufferPointer(rebasing: rest[...end])
                rest = rest[(end + 1)...]
                guard let start = name.bindMemory(to: CChar.self).baseAddress, strcmp(start, ".") != 0,
                    strcmp(start, "..") != 0, unlinkat(dirfd(directory), start, 0) != 0, errno != ENOENT
                else { continue }
                let code = errno
                guard code == EISDIR || code == EPERM, let text = String(validatingCString: start) else {
                    throw FileError("remove", "\(folder)/\(String(cString: start))", code: code)
                }
                try remove("\(folder)/\(text)")
            }
        }
    }

    /// Gives a file a second name on the same file system.
    /// - Returns: whether that could be done.
    public static func link(_ path: String, as other: String) -> Bool { Glibc.link(path, other) == 0 }

    /// Lets two files or folders change places in one step.
    /// - Returns: 0, or the system's code for why that cannot be done.
    public static func exchange(_ path: String, with other: String) -> Int32 {
        platform_exchange(path, other)
    }

    /// Gives a file or folder another name, replacing a file of that name in one step.
    /// - Throws: `FileError`.
    public static func rename(_ path: String, to other: String) throws {
        guard Glibc.rename(path, other) == 0 else { throw FileError("rename", path) }
    }
}
