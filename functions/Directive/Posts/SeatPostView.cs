using Directives.Language;
using Directives.Register;
using Directives.Reports;

namespace Directives.Posts;

/// <summary>A form that says who holds a seat from a day on, as typed.</summary>
/// <param name="Official">Id or title; empty leaves the seat vacant.</param>
public sealed record SeatPostForm(string Official, string From, string Reason)
{
    public static readonly SeatPostForm Empty = new("", "", "");
}

/// <summary>Who held a seat from when to when.</summary>
public sealed record HeldRow(Bilingual Who, DateOnly From, DateOnly? To);

/// <summary>The office's page to appoint, end and hand over (R1).</summary>
public sealed record SeatPostView
{
    public required Seat Seat { get; init; }

    public required string Place { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<HeldRow> Held { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<(string Id, Bilingual Title)> Offered { get; init; }

    public SeatPostForm Typed { get; init; } = SeatPostForm.Empty;

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Whether it was just changed.</summary>
    public bool Done { get; init; }

    /// <summary>The problems of a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}
