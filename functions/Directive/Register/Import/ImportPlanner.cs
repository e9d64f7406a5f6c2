using Directives.Calendars;

namespace Directives.Register.Import;

/// <summary>Compares a file with what stands (R1, R2); pure.</summary>
public static class ImportPlanner
{
    /// <summary>What a file would change.</summary>
    /// <param name="content">The register as it stands.</param>
    /// <param name="years">The calendar as it stands.</param>
    /// <param name="day">The local day on which changes begin to count, where the file names none.</param>
    /// <param name="trusted">Whether it is asked on the machine itself, where one alone may change addresses of those whose duty takes two.</param>
    public static ImportPlan Of(ImportFile file, RegisterContent content, IReadOnlyList<HolidayYear> years, DateOnly day, bool trusted)
    {
        var draft = new PlanDraft(file, content, day, trusted);
        return file.Kind switch
        {
            ImportKind.Places => PlacesImport.Of(draft),
            ImportKind.Bodies => BodiesImport.Of(draft),
            ImportKind.Officials => OfficialsImport.Of(draft),
            ImportKind.Posts => PostsImport.Of(draft),
            _ => HolidaysImport.Of(draft, years),
        };
    }
}
