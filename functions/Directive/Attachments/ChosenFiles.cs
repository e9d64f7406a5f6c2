using Directives.Reports;
using Microsoft.AspNetCore.Http;

namespace Directives.Attachments;

/// <summary>Takes in the files that somebody chose in a form: what is refused is told by its name at its field, the others are kept.</summary>
/// <param name="take">Keeps one file, or throws <see cref="FileRefusedException"/>.</param>
/// <param name="problems">Where refusals go.</param>
internal sealed class ChosenFiles(Func<string, Stream, CancellationToken, Task<Attachment>> take, List<FieldProblem> problems)
{
    /// <summary>What a file field offers to choose from; what a file is is found out by its content.</summary>
    public const string Accept = ".pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic";

    /// <summary>The files of a field; one left empty sends a file without name and bytes.</summary>
    public static IReadOnlyList<IFormFile> Of(IFormCollection form, string field) => [.. form.Files.Where(f => f.Name == field && (f.Length > 0 || f.FileName.Length > 0))];

    /// <summary>Takes them in; the same bytes stand once.</summary>
    /// <param name="kept">What the field has already, and then has.</param>
    /// <param name="others">Files elsewhere that count with these.</param>
    public async Task TakeAsync(IEnumerable<IFormFile> chosen, string field, List<Attachment> kept, int others, CancellationToken cancel)
    {
        foreach (var file in chosen)
        {
            try
            {
                if (kept.Count + others >= AttachmentIntake.MostFiles) throw new FileRefusedException(FileProblem.TooMany);
                using var content = file.OpenReadStream();
                var taken = await take(file.FileName, content, cancel);
                if (kept.All(f => f.Hash != taken.Hash)) kept.Add(taken);
            }
            catch (FileRefusedException refused)
            {
                problems.Add(new FieldProblem(field, $"form.file.problem.{refused.Why}", FileNames.Shown(file.FileName), AttachmentIntake.MostFiles));
            }
        }
    }
}
