// Code blocks and tables that scroll sideways can be reached and scrolled with the keyboard.
addEventListener('load', () => {
  for (const region of document.querySelectorAll('main pre, main table')) {
    if (region.scrollWidth > region.clientWidth) {
      region.tabIndex = 0;
    }
  }
});
