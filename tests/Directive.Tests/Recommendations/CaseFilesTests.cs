using System.Net;
using System.Text;
using Directives.Attachments;
using Directives.Recommendations;
using Directives.Tables;
using Directives.Tests.Attachments;
using ImageMagick;

namespace Directives.Tests.Recommendations;

/// <summary>Files of a recommendation that is raised alone: taken last, cleaned, and for all who may see the case.</summary>
public sealed class CaseFilesTests
{
    [Fact]
    public async Task A_picture_is_raised_without_its_metadata_and_saved_by_all_who_may_see_the_case()
    {
        await using var site = await CaseSite.StartAsync();
        var answer = await site.SendFilesAsync("m113", [("Cầu yếu.png", SampleFiles.Png()), ("đơn.pdf", SampleFiles.Pdf())]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var id = answer.Location!.Split('/', '?')[2];
        await site.StepAsync("office", id, "to-agency", ("field", "giao thông"), ("lead", "health"), ("what", "Sửa cầu."), ("due", "2023-05-25"));
        var (picture, paper) = (await site.OpenAsync(id)).Events[0] is Raised { Attachments: [var first, var second] } ? (first, second) : throw new InvalidOperationException("No files.");

        foreach (var who in (string[])["m113", "office", "recorder", "boss", "chief", "clerk", "leader113"])
        {
            var page = await site.GetAsync(who, $"/cases/{id}");
            Assert.Contains($"<a href=\"/cases/{id}/files/{picture.Hash}\"><bdi>Cầu yếu.png</bdi></a>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
            Assert.Contains("1 KB", page.Text, StringComparison.Ordinal);
            var file = await site.GetAsync(who, $"/cases/{id}/files/{picture.Hash}");
            Assert.Equal((HttpStatusCode.OK, "image/png"), (file.Status, file.Header("Content-Type")));
            Assert.StartsWith("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
            Assert.Contains("sandbox", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }

        Assert.Equal("application/pdf", (await site.GetAsync("chief", $"/cases/{id}/files/{paper.Hash}")).Header("Content-Type"));
        using var kept = new MemoryStream();
        await using (var content = (await site.Site.Play.It.Files.OpenAsync(picture.Hash))!) await content.CopyToAsync(kept);
        Assert.Contains(SampleFiles.Camera, Encoding.Latin1.GetString(SampleFiles.Png()), StringComparison.Ordinal);
        Assert.DoesNotContain(SampleFiles.Camera, Encoding.Latin1.GetString(kept.ToArray()), StringComparison.Ordinal);
        using var image = new MagickImage(kept.ToArray());
        Assert.Null(image.GetExifProfile());
    }

    [Fact]
    public async Task To_a_stranger_a_file_is_as_one_that_never_was_and_no_hash_opens_another_file()
    {
        await using var site = await CaseSite.StartAsync();
        var id = (await site.SendFilesAsync("m113", [("a.pdf", SampleFiles.Pdf())])).Location!.Split('/', '?')[2];
        var hash = ((Raised)(await site.OpenAsync(id)).Events[0]).Attachments![0].Hash;
        foreach (var who in (string[])["m112", "m121", "leader121", "sub=m112", "chief"])
        {
            var (page, never) = (await site.GetAsync(who, $"/cases/{id}/files/{hash}"), await site.GetAsync(who, $"/cases/never/files/{hash}"));
            Assert.Equal((HttpStatusCode.NotFound, never.Html.Replace("never", id, StringComparison.Ordinal)), (page.Status, page.Html));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("admin2", $"/cases/{id}/files/{hash}")).Status);
        // A file that there is, but of a report: the case opens no other.
        var other = await site.Site.FileOfAsync("113");
        Assert.True(await site.Site.Play.It.Files.ExistsAsync(other));
        foreach (var none in (string[])[other, "none", hash.ToUpperInvariant()]) Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("m113", $"/cases/{id}/files/{none}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("m112", $"/cases/{await site.RaiseAsync("m112", "112")}/files/{hash}")).Status);
    }

    [Fact]
    public async Task Files_are_taken_when_all_else_is_right_and_must_be_chosen_again_otherwise()
    {
        await using var site = await CaseSite.StartAsync();
        var files = Assert.IsType<MemoryFiles>(site.Site.Play.It.Files);
        var (kept, rows) = (files.Count, await site.Site.RowsAsync());
        var page = await site.SendFilesAsync("m113", [("a.pdf", SampleFiles.Pdf())], ("kind", ""), ("text", "Cầu yếu."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Cầu yếu.", page.TextArea("text"));
        Assert.Contains("xin chọn lại tệp trước khi gửi", page.Text, StringComparison.Ordinal);
        Assert.Equal(kept, files.Count);

        page = await site.SendFilesAsync("m113", [("đơn.pdf", SampleFiles.Exe), .. Enumerable.Range(1, 11).Select(i => ($"{i}.pdf", SampleFiles.Pdf($"{i}")))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("“đơn.pdf” không phải là PDF", page.Text, StringComparison.Ordinal);
        Assert.Contains("“11.pdf” không nhận được: nhiều nhất 10 tệp", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#files\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(rows, await site.Site.RowsAsync());
        Assert.DoesNotContain("xin chọn lại tệp", (await site.SendFilesAsync("m113", [], ("kind", ""))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_files_sent_twice_raises_one()
    {
        await using var site = await CaseSite.StartAsync();
        var nonce = ("nonce", new string('b', 32));
        var first = await site.SendFilesAsync("m113", [("a.pdf", SampleFiles.Pdf())], nonce);
        Assert.Equal(first.Location, (await site.SendFilesAsync("m113", [("a.pdf", SampleFiles.Pdf()), ("b.pdf", SampleFiles.Pdf("khác"))], nonce)).Location);
        var raised = Assert.IsType<Raised>(Assert.Single((await site.OpenAsync(first.Location!.Split('/', '?')[2])).Events));
        Assert.Equal("a.pdf", Assert.Single(raised.Attachments!).Name);
    }

    [Fact]
    public async Task The_certificate_names_the_files()
    {
        await using var site = await CaseSite.StartAsync();
        var id = (await site.SendFilesAsync("m113", [("đơn.pdf", SampleFiles.Pdf())])).Location!.Split('/', '?')[2];
        await site.StepAsync("m113", id, "withdraw", ("reason", "Đã tự giải quyết."));
        var page = await site.GetAsync("m113", $"/cases/{id}/certificate");
        Assert.Contains("đơn.pdf", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/files/", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recommendation_of_earlier_days_has_no_files_and_is_stored_as_it_was()
    {
        const string stored = """{"event":"raised","kind":"difficulty","text":"Cầu yếu.","place":"113","seat":"113.monitor","confidential":false,"number":1,"at":"2023-05-08T03:00:00+00:00","by":"m113"}""";
        var raised = Assert.IsType<Raised>(Stored.Read<CaseEvent>(new Row("e|0001", Encoding.UTF8.GetBytes(stored), "1")));
        Assert.Null(raised.Attachments);
        Assert.Equal(stored, Encoding.UTF8.GetString(Stored.Bytes<CaseEvent>(raised)));
    }
}
