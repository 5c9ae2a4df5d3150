package azure

// PlainText is a long text of Azure Boards, HTML or Markdown, as plain text: for exports, in
// which it stands as it is kept.
func PlainText(s string) string {
	text, _ := plain(s)
	return text
}
