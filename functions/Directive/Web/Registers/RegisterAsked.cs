using System.Globalization;
using Directives.Reports;

namespace Directives.Web.Registers;

/// <summary>What the address of a register page asks for, as typed, and what is wrong with it.</summary>
/// <param name="On">The local day whose register is shown; null for today.</param>
/// <param name="Typed">The day as typed; empty for none.</param>
/// <param name="Page">The page of a list, from 1.</param>
/// <param name="Problems">Located; a page is shown as of today beside them.</param>
public sealed record RegisterAsked(DateOnly? On, string Typed, int Page, IReadOnlyList<FieldProblem> Problems)
{
    public const string DayField = "on";
    public const string PageField = "page";
    private const string Format = "yyyy-MM-dd";
    private const int MostRepeated = 40;

    // What a calendar of people may hold: days about it can still be reckoned with.
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>Reads what was typed.</summary>
    public static RegisterAsked Of(RegisterQuery query)
    {
        var typed = (query.On ?? "").Trim();
        var page = int.TryParse(query.Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        if (typed.Length == 0) return new(null, "", page, []);
        return DateOnly.TryParseExact(typed, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First && day <= Last
            ? new(day, typed, page, [])
            : new(null, typed, page, [new FieldProblem(DayField, "story.problem.day", Cut(typed))]);
    }

    /// <summary>So much of what was typed as a message repeats.</summary>
    public static string Cut(string typed) => typed.Length <= MostRepeated ? typed : string.Concat(typed.AsSpan(0, char.IsHighSurrogate(typed[MostRepeated - 1]) ? MostRepeated - 1 : MostRepeated), "…");

    /// <summary>A day as addresses have it.</summary>
    public static string Written(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
