namespace Directives.Attachments;

/// <summary>A file of a report (R4). A report refers to it by its hash; the bytes are in <see cref="IFiles"/>, written before the act.</summary>
/// <param name="Hash">SHA-256 of the kept bytes, in lower hexadecimal.</param>
/// <param name="Name">Cleaned name; its ending says what the file is.</param>
/// <param name="Type">Media type, recognised by content.</param>
/// <param name="Size">Bytes kept.</param>
public sealed record Attachment(string Hash, string Name, string Type, long Size);
