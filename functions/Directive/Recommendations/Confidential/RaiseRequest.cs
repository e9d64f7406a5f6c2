using System.Buffers.Text;
using System.Security.Cryptography;
using Directives.Access;
using Directives.Attachments;
using Directives.Reports;
using Directives.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Recommendations.Confidential;

/// <summary>One sending of the form that raises something confidential: searched, or raised; whatever is refused, nothing typed is lost and nothing stored.</summary>
internal sealed class RaiseRequest(HttpContext context, Installation installation, PersonSession person)
{
    public const string Once = "once";
    public const string Kind = "kind";
    public const string Text = "text";
    public const string Urgent = "urgent";
    public const string Find = "find";
    public const string Names = "named";
    public const string Files = "files";
    public const string Do = "do";
    public const string Search = "search";
    public const string Raise = "raise";

    private const int MostNamed = 20;
    private readonly List<FieldProblem> _problems = [];
    private readonly ConfidentialDesk _desk = new(installation);

    /// <summary>Names a new form.</summary>
    public static string NewOnce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    public async Task<IResult> AnswerAsync(CancellationToken cancel)
    {
        var sent = await context.Request.ReadFormAsync(cancel);
        string One(string name) => sent[name].FirstOrDefault() ?? "";
        var register = await installation.Registers.GetAsync(cancel);
        var named = sent[Names].OfType<string>().Select(Named.Parse).OfType<Named>().Where(n => RegisterSearch.NameOf(n, register) is not null).Distinct().Take(MostNamed + 1).ToList();
        var form = new RaiseForm(One(Once) is { Length: > 0 and <= 64 } once ? once : NewOnce(), One(Kind), One(Text), One(Urgent), One(Find), named);
        if (FormTokens.MustOnlyShow(context)) return await ShowAsync(form, false, cancel, "report.send-again");
        if (One(Do) == Search) return await ShowAsync(form, true, cancel);

        var (text, urgent) = (MatterSteps.TextOf(Text, form.Text, _problems), MatterSteps.TextOf(Urgent, form.Urgent, _problems));
        if (text.Length == 0) _problems.Add(new FieldProblem(Text, "confidential.problem.text"));
        var kind = TypedName.Find<CaseKind>(form.Kind);
        if (kind is null) _problems.Add(new FieldProblem(Kind, "confidential.problem.choose"));
        if (kind == CaseKind.Violation && named.Count == 0) _problems.Add(new FieldProblem(Find, "confidential.problem.nobody"));
        if (named.Count > MostNamed) _problems.Add(new FieldProblem(Find, "confidential.problem.too-many", MostNamed));
        // What somebody says of themselves is theirs to write elsewhere: here its readers would be chosen against the one who raises it.
        if (named.Contains(new Named(NamedKind.Official, person.Official))) _problems.Add(new FieldProblem(Find, "confidential.problem.self"));
        // Before anything is stored, files included.
        else if (_problems.Count == 0 && (await installation.Matters.WouldReadAsync(person.Official, named, cancel)).Desk.Count == 0) _problems.Add(new FieldProblem(Find, "confidential.problem.no-reader"));
        if (_problems.Count > 0) return await ShowAsync(form, false, cancel);
        var files = await TakeAsync(ChosenFiles.Of(sent, Files), cancel);
        if (_problems.Count > 0) return await ShowAsync(form, false, cancel);
        if (await installation.Matters.RaiseAsync(person.Official, form.Once, kind!.Value, text, urgent.Length > 0 ? urgent : null, named, files, cancel) is { } id)
            return Pages.SeeOther(context, $"{ConfidentialEndpoints.AddressOf(id)}?raised");
        _problems.Add(new FieldProblem(Find, "confidential.problem.no-reader"));
        return await ShowAsync(form, false, cancel);
    }

    /// <summary>Pictures only, made anew and numbered: neither their names nor what is hidden in them leads to who took them.</summary>
    private async Task<List<Attachment>> TakeAsync(IReadOnlyList<IFormFile> sent, CancellationToken cancel)
    {
        var (files, intake) = (new List<Attachment>(), new AttachmentIntake(installation.MatterFiles));
        await new ChosenFiles(TakePictureAsync, _problems).TakeAsync(sent, Files, files, 0, cancel);
        return [.. files.Index().Select(f => f.Item with { Name = $"{f.Index + 1}{Path.GetExtension(f.Item.Name)}" })];

        async Task<Attachment> TakePictureAsync(string name, Stream content, CancellationToken stop)
        {
            var head = new byte[FileKinds.Head];
            var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop);
            if (FileKinds.Of(head.AsSpan(0, read)) == FileKind.Pdf) throw new FileRefusedException(FileProblem.NoPicture);
            return await intake.TakeAsync("", content, stop);
        }
    }

    private async Task<IResult> ShowAsync(RaiseForm form, bool searched, CancellationToken cancel, string? notice = null) => Pages.Show<RaisePage, RaiseView>(
        context, await _desk.FormAsync(form, searched, cancel) with { Problems = _problems, Notice = notice },
        searched ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
