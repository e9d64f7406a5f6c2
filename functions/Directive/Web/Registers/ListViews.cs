using System.Text.Json.Serialization;
using Directives.Language;

namespace Directives.Web.Registers;

/// <summary>Seats that nobody holds, those that have been vacant longest first (R1). A vacant seat owes nothing.</summary>
public sealed record VacanciesView : RegisterStory
{
    public required Paged<VacancyRow> Seats { get; init; }
}

/// <summary>A vacant seat.</summary>
/// <param name="Above">Places above its place, the highest first.</param>
/// <param name="Since">First local day on which nobody held it.</param>
/// <param name="Days">Calendar days up to the day that is shown.</param>
/// <param name="Last">Who held it last; null for nobody ever.</param>
/// <param name="Next">Who comes next, where that is known.</param>
/// <param name="NextFrom">From which local day.</param>
public sealed record VacancyRow(SeatLink Seat, IReadOnlyList<PlaceLink> Above, DateOnly Since, int Days, PersonLink? Last, PersonLink? Next, DateOnly? NextFrom);

/// <summary>By what a list of work is sorted, the most first.</summary>
public enum WorkloadSort
{
    Open,
    Overdue,
    Posts,
    Cases,
    Soon,
    Title,
}

/// <summary>Whose work is listed.</summary>
public enum WorkloadShow
{
    /// <summary>Who has something.</summary>
    Some,

    /// <summary>Who has no post.</summary>
    None,

    /// <summary>Who has more posts than asked.</summary>
    Over,

    All,
}

/// <summary>Who has how much to do now (R1, R11).</summary>
public sealed record WorkloadView : RegisterStory
{
    /// <summary>Whether bodies are listed, not officials.</summary>
    public required bool Bodies { get; init; }

    public required WorkloadSort Sort { get; init; }

    public required WorkloadShow Show { get; init; }

    /// <summary>More posts than this, where that was asked.</summary>
    public required int Over { get; init; }

    public required Paged<WorkloadRow> Rows { get; init; }

    /// <summary>Whether recommendations are counted: for whoever may see all of them.</summary>
    public required bool CountsCases { get; init; }

    /// <summary>Path of the same list, sorted otherwise or on another page.</summary>
    public string Address(WorkloadSort sort, int page = 1) => RegisterEndpoints.WorkloadAddress(Bodies, sort, Show, Over, page);
}

/// <summary>The work of an official or a body.</summary>
/// <param name="Person">Null for a body.</param>
/// <param name="Body">The body itself, or that of the official; null for one who has none.</param>
/// <param name="Posts">Seats held; of a body: by its officials.</param>
/// <param name="Open">Reports owed.</param>
/// <param name="Overdue">Reports and steps of recommendations whose due date is over.</param>
/// <param name="Cases">Steps of recommendations owed; null where they are not counted.</param>
/// <param name="Soon">Reports and steps that fall due within 30 days from today.</param>
public sealed record WorkloadRow(PersonLink? Person, BodyLink? Body, int Posts, int Open, int Overdue, int? Cases, int Soon)
{
    /// <summary>Name for people.</summary>
    [JsonIgnore]
    public Bilingual Title => Person?.Title ?? Body!.Name;
}
