using System.Diagnostics.CodeAnalysis;
using Directives.Reports;
using Directives.Web.Office;
using Microsoft.AspNetCore.Http;

namespace Directives.Extensions;

/// <summary>The form of an extension of areas as typed.</summary>
/// <param name="Id">Made with the preview; empty before.</param>
/// <param name="Confirms">Whether the button that confirms was pressed.</param>
public sealed record ExtensionForm(IReadOnlyList<string> Places, string Reason, string Due, string Id, bool Confirms)
{
    public const string PlaceField = "place";
    public const string IdField = "id";
    public const string DoField = "do";
    public const string Confirm = "confirm";

    /// <summary>Prefix of the names under which problems are told.</summary>
    public const string Name = "areas";

    private const int MostPlaces = 2000;

    public static readonly ExtensionForm Empty = new([], "", "", "", false);

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static ExtensionForm Read(IFormCollection form) => new(
        [.. form[PlaceField].OfType<string>().Distinct(StringComparer.Ordinal).Take(MostPlaces)],
        form["reason"].FirstOrDefault() ?? "", form["due"].FirstOrDefault() ?? "", form[IdField].FirstOrDefault() ?? "",
        form[DoField] == Confirm);

    /// <summary>What is asked for, or what is wrong with the form itself; whether it may be done, the engine judges.</summary>
    public bool TryRead(
        string cycle, IEnumerable<ExtensionPlace> known, [NotNullWhen(true)] out ExtensionRequest? request, [NotNullWhen(false)] out FieldProblem? problem)
    {
        request = null;
        var codes = known.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var places = Places.Where(codes.Contains).ToList();
        if (places.Count == 0)
        {
            problem = new FieldProblem($"{Name}-place", "extension.problem.place-needed");
            return false;
        }

        if (!new OfficeForm(Name, Reason, Due).TryRead(out var reason, out var due, out problem)) return false;
        request = new ExtensionRequest(cycle, places, reason.Trim(), due);
        return true;
    }

    /// <summary>Why the engine refused, at the field it is about.</summary>
    public static FieldProblem Problem(RoundRefusal refusal) => refusal switch
    {
        RoundRefusal.NothingOwed => new FieldProblem($"{Name}-place", "extension.problem.nothing-open"),
        _ => new OfficeForm(Name, "", "").Problem(refusal),
    };
}
