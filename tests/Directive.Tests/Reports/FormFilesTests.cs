using System.Net;
using Directives.Tests.Attachments;
using Directives.Tests.Web;

namespace Directives.Tests.Reports;

/// <summary>Files of a report, sent by its form and downloaded again (R4).</summary>
public sealed class FormFilesTests
{
    [Fact]
    public async Task Files_are_kept_in_the_draft_removed_filed_and_downloaded_but_never_shown()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var sent = await FormSite.SendAsync(
            browser, await browser.GetAsync("/report"), "attach",
            [("Tờ trình.pdf", SampleFiles.Pdf()), ("IMG_1.HEIC", SampleFiles.Heic), ("x\u202Egpj.png", SampleFiles.Png())], [.. FormSite.Good, ("feedback", "còn nguyên")]);
        Assert.Equal((HttpStatusCode.SeeOther, "/report?part=attachments"), (sent.Status, sent.Location));
        var page = await browser.GetAsync(sent.Location!);
        Assert.Equal("còn nguyên", page.TextArea("feedback"));
        Assert.Contains("<bdi>IMG_1.jpg</bdi>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>xgpj.png</bdi>", page.Html, StringComparison.Ordinal);
        Assert.Matches("id=\"part-attachments\"[^>]* open", page.Html);
        var draft = (await site.Play.It.Drafts.FindAsync(FormSite.SheetOf("112", "2023-04").Partition, FormSite.Seat, 0))!;
        Assert.Equal(3, draft.Attachments.Count);
        await FormSite.SendAsync(browser, page, $"remove-{draft.Attachments[2].Hash}", FormSite.Good);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "file", FormSite.Good)).Status);

        var receipt = await browser.GetAsync("/report");
        Assert.Contains("Tờ trình.pdf", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xgpj", receipt.Text, StringComparison.Ordinal);
        var file = await browser.GetAsync($"/report/files/{draft.Attachments[0].Hash}");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("application/pdf", file.Header("Content-Type"));
        Assert.StartsWith("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh.pdf", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Header("X-Content-Type-Options"));
        Assert.Contains("sandbox", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", file.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/report/files/{draft.Attachments[2].Hash}")).Status);
    }

    [Fact]
    public async Task Only_the_link_holder_of_that_report_and_the_office_download_its_files()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "file", [("a.pdf", SampleFiles.Pdf())], FormSite.Good);
        var hash = (await site.Play.It.Reports.FindAsync(FormSite.SheetOf("112", "2023-04"), FormSite.Seat, 1))!.Content.Attachments![0].Hash;
        using var other = await site.OpenAsync("113");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/report/files/{hash}")).Status);
        using var nobody = new TestBrowser(site.Address);
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.GetAsync($"/report/files/{hash}")).Status);
        var office = $"/office/cycles/02-QD-TU.2023-04/11/0/112.monitor/files/{hash}";
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(office)).Status);
        using var clerk = new TestBrowser(site.Address);
        await clerk.BecomeAsync("office");
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(office)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(office.Replace("112.monitor", "113.monitor", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task What_is_no_such_file_is_told_by_name_while_good_files_and_all_text_stay()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var page = await FormSite.SendAsync(
            browser, await browser.GetAsync("/report"), "file",
            [
                ("hợp lệ.pdf", SampleFiles.Pdf()), ("báo cáo.pdf", SampleFiles.Exe), ("bom.png", SampleFiles.Bomb(15_000, 15_000)),
                ("lớn.pdf", [.. SampleFiles.Pdf(), .. new byte[10 * 1024 * 1024]]),
            ],
            [.. FormSite.Good, ("feedback", "còn nguyên")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("“báo cáo.pdf” không phải là PDF", page.Text, StringComparison.Ordinal);
        Assert.Contains("“bom.png” có kích thước quá lớn", page.Text, StringComparison.Ordinal);
        Assert.Contains("“lớn.pdf” lớn hơn 10 MB", page.Text, StringComparison.Ordinal);
        Assert.Contains("<bdi>hợp lệ.pdf</bdi>", page.Html, StringComparison.Ordinal);
        Assert.Equal("còn nguyên", page.TextArea("feedback"));
        Assert.Equal(0, (await site.Play.OwedAsync("112")).Versions);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, page, "file", FormSite.Good)).Status);
        Assert.Equal("hợp lệ.pdf", Assert.Single((await site.Play.It.Reports.FindAsync(FormSite.SheetOf("112", "2023-04"), FormSite.Seat, 1))!.Content.Attachments!).Name);
    }

    [Fact]
    public async Task A_report_has_ten_files_at_most()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        var files = Enumerable.Range(1, 11).Select(i => ($"{i}.pdf", SampleFiles.Pdf($"{i}"))).ToArray();
        var page = await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "attach", files, FormSite.Good);
        Assert.Contains("“11.pdf” không nhận được: nhiều nhất 10 tệp", page.Text, StringComparison.Ordinal);
        Assert.Contains("<bdi>10.pdf</bdi>", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_megabytes_are_refused_unread_and_the_draft_is_still_there(bool saysItsLength)
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "draft", ("feedback", "còn nguyên"));
        using var endless = new Measured(50 * 1024 * 1024);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/report") { Content = new StreamContent(endless, 64 * 1024) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        if (saysItsLength) request.Content.Headers.ContentLength = endless.Length;
        else request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;
        try
        {
            var page = await browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
            if (saysItsLength) Assert.Equal(0, endless.Position);
            if (saysItsLength) Assert.Contains("mỗi tệp nhiều nhất 10 MB", page.Text, StringComparison.Ordinal);
        }
        catch (HttpRequestException) when (!saysItsLength)
        {
            // It was still sending when the site had had enough.
            Assert.InRange(endless.Position, 1, endless.Length - 1);
        }

        Assert.Equal("còn nguyên", (await browser.GetAsync("/report")).TextArea("feedback"));
    }

    [Fact]
    public async Task Who_amends_keeps_the_files_and_a_program_that_amends_does_too()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "file", [("a.pdf", SampleFiles.Pdf())], FormSite.Good);
        await FormSite.SendAsync(browser, await browser.GetAsync("/report?amend"), "file", [.. FormSite.Good, ("feedback", "thêm")]);
        using var json = new StringContent("""{"noVisitBecause":"bão","amends":2}""", null, "application/json");
        using var nobody = new TestBrowser(site.Address);
        var answer = await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{await site.KeyAsync()}") { Content = json });
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        for (var version = 1; version <= 3; version++)
        {
            var report = await site.Play.It.Reports.FindAsync(FormSite.SheetOf("112", "2023-04"), FormSite.Seat, version);
            Assert.Equal("a.pdf", Assert.Single(report!.Content.Attachments!).Name);
        }
    }

    /// <summary>So many bytes that a browser would send, of which one knows how many were taken.</summary>
    private sealed class Measured(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            Array.Clear(buffer, offset, read);
            _position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
