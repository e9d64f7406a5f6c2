using Directives.Attachments;

namespace Directives.Reports;

/// <summary>A file of a report, opened to be downloaded.</summary>
public sealed record OpenedFile(Attachment File, Stream Content);
