using System.Text;
using Directives.Calendars;
using Directives.Register;
using Directives.Register.Import;

namespace Directives.Tests.Register.Import;

/// <summary>Plans for lines of a file against the small register: province 1, district 11, communes 111 and 112, village 1111.</summary>
internal static class Plans
{
    public static readonly DateOnly Day = Registers.Today;

    public static ImportPlan Plan(ImportKind kind, params string[] lines) => Plan(Registers.Small(), kind, lines);

    public static ImportPlan Plan(RegisterContent content, ImportKind kind, params string[] lines) => Plan(content, kind, trusted: true, lines);

    public static ImportPlan Plan(RegisterContent content, ImportKind kind, bool trusted, params string[] lines) =>
        ImportPlanner.Of(Read(kind, lines), content, HolidayFile.Vietnam.Years, Day, trusted);

    public static ImportFile Read(ImportKind? kind, params string[] lines) => ImportFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), kind);

    /// <summary>What a file is refused for as a whole.</summary>
    public static ImportEntry Unusable(ReadOnlyMemory<byte> file, ImportKind? kind = ImportKind.Places) =>
        Assert.Throws<UnusableFileException>(() => ImportFile.Read(file, kind)).Problem;

    /// <summary>The lines of what stands.</summary>
    public static List<string> Lines(ImportKind kind, RegisterContent content) =>
        [.. Encoding.UTF8.GetString(Directives.Register.Import.Sheets.SheetWriter.Csv(RegisterExport.Rows(kind, content, HolidayFile.Vietnam.Years, Day))).TrimStart('\uFEFF').TrimEnd().ReplaceLineEndings("\n").Split('\n')];

    /// <summary>Row, code and name of the text.</summary>
    public static IEnumerable<(int? Row, string Code, string Key)> Told(this IEnumerable<ImportEntry> entries) => entries.Select(e => (e.Row, e.Code, e.Why.Key));
}
