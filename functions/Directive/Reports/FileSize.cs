using Directives.Language;

namespace Directives.Reports;

/// <summary>The size of a file in words.</summary>
internal static class FileSize
{
    private const int Kilo = 1024;

    /// <summary>Whole kilobytes, never none.</summary>
    public static string In(Texts texts, long bytes) => texts["form.file.size", texts.Number((bytes + Kilo - 1) / Kilo)];
}
