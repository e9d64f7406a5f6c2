using System.Security.Cryptography;
using System.Text;
using Directives.Recommendations;
using Directives.Reports;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Cases;

/// <summary>A recommendation as typed (R5).</summary>
/// <param name="Nonce">Made by the server when the form was shown, so that a form sent twice raises one case.</param>
/// <param name="Kind">Name of a <see cref="CaseKind"/>.</param>
/// <param name="IsUrgent">Whether it is said to be urgent.</param>
/// <param name="Urgent">Why.</param>
/// <param name="IsAnswered">Whether it was answered on the spot.</param>
/// <param name="Answer">What was answered.</param>
public sealed record RaiseForm(string Nonce, string Text, string Place, string Kind, bool IsUrgent, string Urgent, bool IsAnswered, string Answer)
{
    public const string NonceField = "nonce";
    public const string TextField = "text";
    public const string PlaceField = "place";
    public const string KindField = "kind";
    public const string IsUrgentField = "is-urgent";
    public const string UrgentField = "urgent";
    public const string IsAnsweredField = "is-answered";
    public const string AnswerField = "answer";
    public const string FilesField = "files";

    private const int NonceLength = 32;

    /// <summary>Kinds that are raised here; a violation by an official goes the confidential way.</summary>
    public static readonly IReadOnlyList<CaseKind> Kinds = [.. Enum.GetValues<CaseKind>().Where(k => k != CaseKind.Violation)];

    /// <summary>A blank one.</summary>
    public static RaiseForm Fresh(string place) => new($"{Guid.NewGuid():N}", "", place, "", false, "", false, "");

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static RaiseForm Read(IFormCollection form)
    {
        var nonce = One(NonceField);
        return new RaiseForm(
            nonce.Length == NonceLength && nonce.All(char.IsAsciiHexDigitLower) ? nonce : $"{Guid.NewGuid():N}",
            One(TextField), One(PlaceField), One(KindField), One(IsUrgentField).Length > 0, One(UrgentField), One(IsAnsweredField).Length > 0, One(AnswerField));

        string One(string name) => form[name].FirstOrDefault() ?? "";
    }

    /// <summary>The case's id: says nothing, and is another one for everybody, whatever they send.</summary>
    public string IdFor(string raiser) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"case|{raiser}|{Nonce}")))[..26];

    /// <summary>What is to be raised, or what is wrong with the form itself.</summary>
    /// <param name="seats">Places that may be named, each with the seat that answers for it.</param>
    public Raised? Make(IReadOnlyList<RaisePlace> seats, List<FieldProblem> problems)
    {
        var before = problems.Count;
        var kind = TypedName.Find<CaseKind>(Kind);
        if (kind is null) problems.Add(new FieldProblem(KindField, "case.problem.kind"));
        if (kind == CaseKind.Violation) problems.Add(new FieldProblem(KindField, "case.refused.Confidential"));
        var place = seats.FirstOrDefault(s => s.Code == Place);
        if (place is null) problems.Add(new FieldProblem(PlaceField, "case.problem.place"));
        var text = CaseField.WordsOf(TextField, Text, true, problems);
        var urgent = CaseField.WordsOf(UrgentField, Urgent, IsUrgent, problems, "case.problem.urgent");
        var answer = CaseField.WordsOf(AnswerField, Answer, IsAnswered, problems, "case.problem.answer");
        return problems.Count > before ? null : new Raised
        {
            Kind = kind!.Value,
            Text = text,
            Place = place!.Code,
            Seat = place.Seat,
            Urgent = IsUrgent ? urgent : null,
            SpotAnswer = IsAnswered ? answer : null,
        };
    }
}

/// <summary>A place that may be named, with the own seat that answers for it.</summary>
public sealed record RaisePlace(string Code, string Name, string Seat);

/// <summary>The form on which an official raises a recommendation.</summary>
/// <param name="Places">Own posts' places and those below, in the order of the tree.</param>
public sealed record RaiseView(RaiseForm Form, IReadOnlyList<RaisePlace> Places)
{
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Files were chosen, and a browser does not choose them again.</summary>
    public bool LostFiles { get; init; }

    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}
