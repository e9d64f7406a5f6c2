using System.ComponentModel;
using System.Globalization;
using Directives.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Directives.Web.Registers;

/// <summary>What every address of the register may ask, as typed.</summary>
public sealed record RegisterQuery(
    [FromQuery(Name = RegisterAsked.DayField)][property: Description("The local day, yyyy-MM-dd, as of which the register is shown; today without it.")] string? On,
    [FromQuery(Name = RegisterAsked.PageField)][property: Description("The page of a long list, from 1.")] string? Page);

/// <summary>What the register's first page may ask besides.</summary>
public sealed record TreeQuery(
    [FromQuery(Name = "at")][property: Description("Code of the place whose level is shown; the roots without it.")] string? At,
    [FromQuery(Name = "q")][property: Description("Words of a name or title, whose marks may be missing, or a code.")] string? Words);

/// <summary>What a place's page may ask besides.</summary>
public sealed record PlaceQuery([FromQuery(Name = PlaceQuery.FiguresField)][property: Description("'as-it-is' adds the figures of the place's predecessors; else it is as it was, by its own code.")] string? Figures)
{
    public const string FiguresField = "figures";
    public const string AsItIs = "as-it-is";
}

/// <summary>What the list of work may ask, as typed.</summary>
public sealed record WorkloadQuery(
    [FromQuery(Name = WorkloadQuery.ByField)][property: Description("'bodies' lists bodies; officials without it.")] string? By,
    [FromQuery(Name = WorkloadQuery.SortField)][property: Description("Open, Overdue, Posts, Cases, Soon or Title.")] string? Sort,
    [FromQuery(Name = WorkloadQuery.ShowField)][property: Description("Some (who has something), None (who has no post), Over (who has more posts than 'over'), All.")] string? Show,
    [FromQuery(Name = WorkloadQuery.OverField)][property: Description("A number of posts.")] string? Over)
{
    public const string ByField = "by";
    public const string SortField = "sort";
    public const string ShowField = "show";
    public const string OverField = "over";
    public const string Bodies = "bodies";
    private const int MostOver = 10_000;

    /// <summary>What is asked, and what is wrong with it.</summary>
    public WorkloadAsked Read(List<FieldProblem> problems)
    {
        var over = 1;
        if (!string.IsNullOrWhiteSpace(Over) && (!int.TryParse(Over.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out over) || over > MostOver))
        {
            over = 1;
            problems.Add(new FieldProblem(OverField, "story.problem.over", RegisterAsked.Cut(Over), MostOver));
        }

        return new WorkloadAsked(By == Bodies, Named(SortField, Sort, WorkloadSort.Open, problems), Named(ShowField, Show, WorkloadShow.Some, problems), over);
    }

    private static T Named<T>(string field, string? typed, T otherwise, List<FieldProblem> problems)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(typed)) return otherwise;
        if (TypedName.Find<T>(typed) is { } known) return known;
        problems.Add(new FieldProblem(field, "story.problem.choice", RegisterAsked.Cut(typed), string.Join(", ", Enum.GetNames<T>())));
        return otherwise;
    }
}

/// <summary>What a list of work asks for.</summary>
/// <param name="Bodies">Whether bodies are listed, not officials.</param>
/// <param name="Over">More posts than this, for <see cref="WorkloadShow.Over"/>.</param>
public sealed record WorkloadAsked(bool Bodies, WorkloadSort Sort, WorkloadShow Show, int Over);
